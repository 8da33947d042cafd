package io.smartblocks.portal.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.portal.account.OpenLogins.OpenLogin;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What makes a data directory a demo site: since when it exists in its own time, and who can sign in. It is kept in a file
 * whose presence marks the directory.
 */
public record DemoSite(DemoCalendar calendar, Map<DemoPerson, String> passwords) {

    private static final String MARKER = "demo-site.properties";

    /** Who records readings on a demo site. */
    public static final MemberId METER_GATEWAY = DemoMember.METER_GATEWAY.id();
    /** Who commits settlements on a demo site. */
    public static final MemberId RUNTIME = DemoMember.HARBOUR_RUNTIME.id();

    public DemoSite {
        passwords = Collections.unmodifiableMap(new EnumMap<>(passwords));
    }

    /** Whether the data directory was made by {@code serve --demo}. */
    public static boolean isIn(Path data) {
        return Files.exists(data.resolve(MARKER));
    }

    /** The demo site in the directory; marks the directory if it is none yet. */
    static DemoSite openOrMark(Path data, LocalDate today) {
        try {
            if (!isIn(data)) {
                founded(today).write(data.resolve(MARKER));
            }
            return read(data.resolve(MARKER));
        } catch (IOException e) {
            throw new UncheckedIOException("The demo site in '" + data + "' cannot be read or marked", e);
        }
    }

    /** Whom the sign-in page lets in openly. */
    List<OpenLogin> logins() {
        return passwords.entrySet().stream()
                .map(entry -> entry.getKey().openLogin(entry.getValue()))
                .toList();
    }

    /** What opens the key of a member that is used by a person; machines have none. */
    Optional<String> passwordOf(DemoMember member) {
        return passwords.entrySet().stream()
                .filter(entry -> entry.getKey().signsAs(member))
                .findFirst()
                .map(Map.Entry::getValue);
    }

    private static DemoSite founded(LocalDate today) {
        DemoPasswords passwords = new DemoPasswords();
        Map<DemoPerson, String> byPerson = new EnumMap<>(DemoPerson.class);
        Arrays.stream(DemoPerson.values()).forEach(person -> byPerson.put(person, passwords.next()));
        return new DemoSite(DemoCalendar.endingOn(today), byPerson);
    }

    private static DemoSite read(Path marker) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(marker, UTF_8)));
        Map<DemoPerson, String> byPerson = new EnumMap<>(DemoPerson.class);
        Arrays.stream(DemoPerson.values())
                .forEach(person -> Optional.ofNullable(properties.getProperty("password." + person.login()))
                        .ifPresent(password -> byPerson.put(person, password)));
        DemoCalendar calendar = new DemoCalendar(
                YearMonth.parse(properties.getProperty("first-month")),
                LocalDate.parse(properties.getProperty("live-from")));
        return new DemoSite(calendar, byPerson);
    }

    private void write(Path marker) throws IOException {
        String people = passwords.entrySet().stream()
                .map(entry -> "password." + entry.getKey().login() + "=" + entry.getValue() + "\n")
                .collect(joining());
        Path fresh = Files.createTempFile(marker.getParent(), "demo-site", ".new");
        Files.writeString(fresh, """
                # Made by serve --demo; everything in this directory is simulated.
                first-month=%s
                live-from=%s
                %s""".formatted(calendar.firstMonth(), calendar.liveFrom(), people));
        Files.move(fresh, marker, StandardCopyOption.ATOMIC_MOVE);
    }
}
