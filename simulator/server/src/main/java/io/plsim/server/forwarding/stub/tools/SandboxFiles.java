package io.plsim.server.forwarding.stub.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.state.BoundedStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of code interpreter sessions: paths are names, there are no real folders. */
final class SandboxFiles {
    private final BoundedStore files = new BoundedStore("files of code interpreter sessions");

    ObjectNode write(String interpreter, String session, JsonInput arguments) throws StubRefusal {
        ArrayNode content = arguments.requiredArray("content");
        for (JsonNode item : content) {
            if (!item.isObject()) {
                throw StubRefusal.constraint("content", "be a list of structures");
            }
            JsonInput file = new JsonInput((ObjectNode) item);
            String path = file.requiredText("path");
            ObjectNode stored = JsonNodeFactory.instance.objectNode().put("path", path);
            Optional<String> blob = file.text("blob");
            if (blob.isPresent()) {
                stored.put("blob", blob.get());
            } else {
                stored.put("text", file.text("text").orElse(""));
            }
            files.put(BoundedStore.key(interpreter, session, path), stored);
        }
        return InterpreterTools.text("Successfully wrote all " + content.size() + " files", false);
    }

    ObjectNode read(String interpreter, String session, JsonInput arguments) throws StubRefusal {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode content = result.putArray("content");
        for (String path : paths(arguments)) {
            Optional<ObjectNode> file = files.find(BoundedStore.key(interpreter, session, path));
            if (file.isEmpty()) {
                return InterpreterTools.text("File not found: " + path, true);
            }
            boolean binary = file.get().has("blob");
            ObjectNode resource = content.addObject().put("type", "resource").putObject("resource");
            resource.put("type", binary ? "blob" : "text")
                    .put("uri", uri(path))
                    .put("mimeType", binary ? "application/octet-stream" : "text/plain")
                    .setAll(file.get().deepCopy().retain(binary ? "blob" : "text"));
        }
        return result.put("isError", false);
    }

    ObjectNode list(String interpreter, String session, JsonInput arguments) throws StubRefusal {
        String wanted = arguments.text("directoryPath").orElse("");
        String folder = wanted.isEmpty() || wanted.equals(".") || wanted.endsWith("/") ? wanted : wanted + "/";
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode content = result.putArray("content");
        for (ObjectNode file : files.under(interpreter, session)) {
            String path = file.get("path").textValue();
            if (folder.isEmpty() || folder.equals(".") || path.startsWith(folder)) {
                content.addObject()
                        .put("type", "resource_link")
                        .put("uri", uri(path))
                        .put("name", path)
                        .put("description", "File");
            }
        }
        return result.put("isError", false);
    }

    ObjectNode remove(String interpreter, String session, JsonInput arguments) throws StubRefusal {
        List<String> paths = paths(arguments);
        for (String path : paths) {
            if (files.remove(BoundedStore.key(interpreter, session, path)).isEmpty()) {
                return InterpreterTools.text("File not found: " + path, true);
            }
        }
        return InterpreterTools.text("Successfully removed all " + paths.size() + " files", false);
    }

    void reset() {
        files.clear();
    }

    private static List<String> paths(JsonInput arguments) throws StubRefusal {
        List<String> paths = new ArrayList<>();
        for (JsonNode path : arguments.requiredArray("paths")) {
            if (!path.isTextual()) {
                throw StubRefusal.constraint("paths", "be a list of strings");
            }
            paths.add(path.textValue());
        }
        return paths;
    }

    private static String uri(String path) {
        return "file:///" + path;
    }
}
