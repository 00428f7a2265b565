package io.plsim.server.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.console.Evaluation;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of requests, one a line; every line gets an answer at once, in its place, whatever is wrong with it. */
final class BatchEvaluation {
    private final Evaluation evaluation;
    private final boolean statements;
    private final PrintWriter out;

    BatchEvaluation(Evaluation evaluation, boolean statements, PrintWriter out) {
        this.evaluation = evaluation;
        this.statements = statements;
        this.out = out;
    }

    /** The exit code: 0 when every line was decided, 3 when some was not. */
    int run(Path file) throws Main.CommandFailed {
        boolean all = true;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int number = 0;
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0 || line.size() > 0; next = in.read()) {
                if (next >= 0 && next != '\n') {
                    line.write(next);
                    continue;
                }
                all &= answer(++number, line.toByteArray());
                line.reset();
            }
        } catch (IOException unreadable) {
            throw new Main.CommandFailed(
                    Main.INVALID, "The batch file " + file + " cannot be read; check that it is a file.");
        } finally {
            out.flush();
        }
        return all ? 0 : Main.INVALID;
    }

    private boolean answer(int number, byte[] line) {
        Evaluation.Result result;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            result = evaluation.of(text, statements);
        } catch (CharacterCodingException notText) {
            result = malformed("the line is not UTF-8 text");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (result.malformed()) {
            json.put("line", number);
        }
        json.setAll(result.json());
        out.println(json);
        return result.decided();
    }

    private static Evaluation.Result malformed(String message) {
        return new Evaluation.Result(
                false,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("error", "malformedRequest")
                        .put("message", message));
    }
}
