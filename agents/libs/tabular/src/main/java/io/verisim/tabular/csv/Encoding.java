package io.verisim.tabular.csv;

import io.verisim.tabular.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The character encoding of a text file: by its byte order mark, else by where its zero bytes lie, else UTF-8 where the
 * whole file is that, else Latin-1, in which every byte is a character.
 */
record Encoding(Charset charset, int markBytes) {

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    static Encoding detect(SourceFile file) throws IOException {
        refuseKnownBinary(file);
        if (file.startsWith(0xef, 0xbb, 0xbf)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (file.startsWith(0xff, 0xfe, 0, 0)) {
            return new Encoding(UTF_32LE, 4);
        }
        if (file.startsWith(0, 0, 0xfe, 0xff)) {
            return new Encoding(UTF_32BE, 4);
        }
        if (file.startsWith(0xff, 0xfe)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (file.startsWith(0xfe, 0xff)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        return unmarked(file);
    }

    /** The text from its beginning, without the mark. Malformed input is an error, not a replacement character. */
    Reader open(SourceFile file) throws IOException {
        InputStream in = file.open();
        in.skipNBytes(markBytes);
        return new InputStreamReader(in, strict(charset));
    }

    /** The beginning of the text; may end within a line. */
    String sample(SourceFile file) {
        byte[] head = file.head();
        return new String(head, markBytes, head.length - markBytes, charset);
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static void refuseKnownBinary(SourceFile file) {
        if (file.startsWith('P', 'K', 3, 4)) {
            throw file.errors().binary("a zip archive, as Excel workbooks are");
        }
        if (file.startsWith('O', 'b', 'j', 1)) {
            throw file.errors().binary("an Avro file");
        }
        if (file.startsWith('S', 'Q', 'L', 'i', 't', 'e', ' ')) {
            throw file.errors().binary("an SQLite database");
        }
        if (file.startsWith('%', 'P', 'D', 'F')) {
            throw file.errors().binary("a PDF document");
        }
    }

    private static Encoding unmarked(SourceFile file) throws IOException {
        int[] zeros = new int[4];
        int control = 0;
        byte[] head = file.head();
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros[i % 4]++;
            } else if (head[i] > 0 && head[i] < ' ' && "\t\n\r\f\u001b".indexOf(head[i]) < 0) {
                control++;
            }
        }
        int even = zeros[0] + zeros[2];
        int odd = zeros[1] + zeros[3];
        if (even + odd > 0) {
            return wide(file, even, odd, head.length);
        }
        if (control > head.length / 10) {
            throw file.errors().binary("binary data");
        }
        return new Encoding(isUtf8(file) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1, 0);
    }

    /** Western text in UTF-16 has a zero in half of all places, on one side only. */
    private static Encoding wide(SourceFile file, int even, int odd, int length) {
        if (odd > length / 4 && even < odd / 10) {
            return new Encoding(StandardCharsets.UTF_16LE, 0);
        }
        if (even > length / 4 && odd < even / 10) {
            return new Encoding(StandardCharsets.UTF_16BE, 0);
        }
        throw file.errors().binary("binary data");
    }

    private static boolean isUtf8(SourceFile file) throws IOException {
        CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        try (InputStream in = file.open()) {
            boolean end = false;
            while (!end) {
                int count = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
                end = count < bytes.remaining();
                refuseZero(file, bytes.array(), bytes.position(), count);
                bytes.position(bytes.position() + count).flip();
                chars.clear();
                if (decoder.decode(bytes, chars, end).isError()) {
                    return false;
                }
                bytes.compact();
            }
            return true;
        }
    }

    private static void refuseZero(SourceFile file, byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (bytes[i] == 0) {
                throw file.errors().binary("binary data");
            }
        }
    }
}
