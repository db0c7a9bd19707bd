package io.verisim.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error as it is shown: two plain sentences for people, a problem document (RFC 9457) for programs.
 *
 * @param code stable name of the error
 * @param message what is wrong and where
 * @param remedy what the reader can do
 * @param context places and figures by name
 * @param exitCode exit code of the command
 */
record Problem(String code, String message, String remedy, Map<String, String> context, int exitCode) {

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:verisim:error:" + code);
        document.put("title", code);
        document.put("detail", message);
        document.put("remedy", remedy);
        document.putAll(context);
        document.put("exitCode", exitCode);
        return document;
    }

    String sentences() {
        return remedy.isBlank() ? message : message + " " + remedy;
    }
}
