package io.smartblocks.portal.demo;

import java.security.SecureRandom;

/** Makes passwords that can be read from the screen and typed, different on every demo site. */
final class DemoPasswords {

    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 5;

    private final SecureRandom random = new SecureRandom();

    String next() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < SYLLABLES; i++) {
            password.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
            password.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return password.append('-').append(10 + random.nextInt(90)).toString();
    }
}
