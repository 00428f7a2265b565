package io.plsim.server.forwarding.stub.tools;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.state.Ids;

/** The tools of a code interpreter, by the names of the service model; each gives one result event. */
final class InterpreterTools {
    private final SandboxFiles files;
    private final Ids ids;

    InterpreterTools(SandboxFiles files, Ids ids) {
        this.files = files;
        this.ids = ids;
    }

    ObjectNode run(String interpreter, String session, String tool, JsonInput arguments) throws StubRefusal {
        return switch (tool) {
            case "executeCode" -> output(arguments.requiredText("code"), "completed");
            case "executeCommand" -> output(arguments.requiredText("command"), "completed");
            case "startCommandExecution" -> task(ids.uuid(), arguments.requiredText("command"), "submitted");
            case "getTask" -> task(arguments.requiredText("taskId"), "", "completed");
            case "stopTask" -> task(arguments.requiredText("taskId"), "", "canceled");
            case "writeFiles" -> files.write(interpreter, session, arguments);
            case "readFiles" -> files.read(interpreter, session, arguments);
            case "listFiles" -> files.list(interpreter, session, arguments);
            case "removeFiles" -> files.remove(interpreter, session, arguments);
            default -> throw StubRefusal.constraint("name", "satisfy enum value set");
        };
    }

    /** A result of one text block. */
    static ObjectNode text(String text, boolean isError) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putArray("content").addObject().put("type", "text").put("text", text);
        return result.put("isError", isError);
    }

    private static ObjectNode task(String taskId, String command, String status) {
        ObjectNode result = output(command, status);
        ((ObjectNode) result.get("structuredContent")).put("taskId", taskId);
        return result;
    }

    private static ObjectNode output(String stdout, String status) {
        ObjectNode result = text(stdout, false);
        result.putObject("structuredContent")
                .put("taskStatus", status)
                .put("stdout", stdout)
                .put("stderr", "")
                .put("exitCode", 0)
                .put("executionTime", 0.0);
        return result;
    }
}
