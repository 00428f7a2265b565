package io.plsim.server.listener;

import io.plsim.server.inbound.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request body that is received on demand: as a stream, or whole with its hash. Up to {@link #IN_MEMORY} bytes stay in
 * memory, more goes to a temporary file, so that a 100 MB payload fits a small heap.
 */
final class SpooledBody implements RequestBody, AutoCloseable {
    /** Bodies of agent calls are mostly a few kilobytes; this keeps all of those off the disk. */
    static final int IN_MEMORY = 1 << 20;

    private final Supplier<InputStream> arriving;
    private @Nullable String hash;
    private byte @Nullable [] memory;
    private @Nullable Path file;
    private boolean passedOn;

    SpooledBody(Supplier<InputStream> arriving, long limit) {
        this.arriving = () -> new LimitedBody(arriving.get(), limit);
    }

    @Override
    public String sha256Hex() throws IOException {
        if (hash == null) {
            hash = receive();
        }
        return hash;
    }

    @Override
    public InputStream open() throws IOException {
        if (memory != null) {
            return new ByteArrayInputStream(memory);
        }
        if (file != null) {
            return Files.newInputStream(file);
        }
        passedOn = true;
        return arriving.get();
    }

    @Override
    public byte @Nullable [] inMemory() {
        return memory;
    }

    /** Reads and forgets what has not been received yet, to its end or up to a number of bytes. */
    void discardUpTo(int bytes) {
        if (hash != null || passedOn) {
            return;
        }
        byte[] buffer = new byte[8 * 1024];
        try (InputStream in = arriving.get()) {
            for (int left = bytes; left > 0; ) {
                int read = in.read(buffer);
                if (read < 0) {
                    return;
                }
                left -= read;
            }
        } catch (IOException gone) {
            // The client went away or broke its body off: there is no connection left to keep.
        }
    }

    private String receive() throws IOException {
        MessageDigest digest = sha256();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        long total = 0;
        OutputStream overflow = null;
        try (InputStream in = arriving.get()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                digest.update(buffer, 0, read);
                if (overflow == null && total > IN_MEMORY) {
                    file = Files.createTempFile("plsim-body", null);
                    overflow = Files.newOutputStream(file);
                    head.writeTo(overflow);
                    head.reset();
                }
                (overflow == null ? head : overflow).write(buffer, 0, read);
            }
        } finally {
            if (overflow != null) {
                overflow.close();
            }
        }
        if (file == null) {
            memory = head.toByteArray();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
