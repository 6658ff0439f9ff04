package io.vigie.scoring.scoreclient;

import io.vigie.contracts.features.ClientFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The state as compact bytes; the first byte is the number of the format, so that a later build can read this one's. */
final class ClientStateFormat {

    private static final int FORMAT = 2;

    /** Said nothing of sketches: no build that wrote it had any. */
    private static final int WITHOUT_COUNTED = 1;

    private ClientStateFormat() {}

    static byte[] write(ClientState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(192);
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(FORMAT);
            write(state, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static ClientState read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return ClientState.UNKNOWN;
        }
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            int format = in.readByte();
            if (format != FORMAT && format != WITHOUT_COUNTED) {
                throw new IllegalStateException("The state store is of format " + format + ", this build reads up to "
                        + FORMAT + ": run the build that wrote it, or reset the application.");
            }
            return read(in, format);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(ClientState state, DataOutputStream out) throws IOException {
        out.writeLong(state.version());
        ClientFacts facts = state.facts();
        out.writeBoolean(facts != null);
        if (facts != null) {
            out.writeBoolean(facts.active());
            out.writeInt(facts.age());
            out.writeDouble(facts.totalPurchase());
            out.writeBoolean(facts.managed());
            out.writeInt(facts.numSites());
            out.writeDouble(facts.years());
            out.writeLong(facts.registeredOn());
            out.writeLong(facts.onboardedOn());
        }
        LastScore last = state.last();
        out.writeLong(last.sequence());
        out.writeLong(last.at());
        out.writeLong(last.model());
        out.writeByte(last.features().length);
        for (double feature : last.features()) {
            out.writeDouble(feature);
        }
        out.writeShort(last.counted().length);
        for (int version : last.counted()) {
            out.writeInt(version);
        }
        out.writeByte(state.recent().length);
        for (long digest : state.recent()) {
            out.writeLong(digest);
        }
        out.writeInt(state.parked());
        ClientState undo = state.undo();
        out.writeBoolean(undo != null);
        if (undo != null) {
            write(undo, out);
        }
    }

    private static ClientState read(DataInputStream in, int format) throws IOException {
        long version = in.readLong();
        ClientFacts facts = in.readBoolean()
                ? new ClientFacts(
                        in.readBoolean(),
                        in.readInt(),
                        in.readDouble(),
                        in.readBoolean(),
                        in.readInt(),
                        in.readDouble(),
                        in.readLong(),
                        in.readLong())
                : null;
        long sequence = in.readLong();
        long at = in.readLong();
        long model = in.readLong();
        double[] features = new double[in.readByte()];
        for (int index = 0; index < features.length; index++) {
            features[index] = in.readDouble();
        }
        int[] counted = new int[format == WITHOUT_COUNTED ? 0 : in.readUnsignedShort()];
        for (int index = 0; index < counted.length; index++) {
            counted[index] = in.readInt();
        }
        long[] recent = new long[in.readByte()];
        for (int index = 0; index < recent.length; index++) {
            recent[index] = in.readLong();
        }
        int parked = in.readInt();
        ClientState undo = in.readBoolean() ? read(in, format) : null;
        LastScore last = new LastScore(sequence, at, model, features, counted);
        return new ClientState(version, facts, last, recent, parked, undo);
    }
}
