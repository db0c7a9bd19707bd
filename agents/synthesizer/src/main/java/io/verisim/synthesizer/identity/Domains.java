package io.verisim.synthesizer.identity;

import java.util.random.RandomGenerator;

/** Mail domains that can never reach anybody (RFC 2606). */
final class Domains {

    private static final String[] ALL = {
        "example.com", "example.org", "example.net", "mail.example", "post.example", "inbox.example"
    };

    private Domains() {}

    static String any(RandomGenerator random) {
        return ALL[random.nextInt(ALL.length)];
    }
}
