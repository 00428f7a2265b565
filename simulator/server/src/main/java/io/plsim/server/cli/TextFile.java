package io.plsim.server.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads and writes the files that commands are given; what goes wrong is one sentence with the file's name. */
final class TextFile {
    private TextFile() {}

    static String read(Path file) throws Main.CommandFailed {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new Main.CommandFailed(Main.INVALID, file + " does not exist; check the path.");
        } catch (CharacterCodingException notText) {
            throw new Main.CommandFailed(Main.INVALID, file + " is not UTF-8 text; save it as UTF-8.");
        } catch (IOException unreadable) {
            throw new Main.CommandFailed(
                    Main.INVALID, file + " cannot be read; check that it is a file and its permissions.");
        }
    }

    static void write(Path file, String text) throws Main.CommandFailed {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new Main.CommandFailed(Main.INVALID, file + " cannot be written; check its permissions.");
        }
    }
}
