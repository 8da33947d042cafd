package io.smartblocks.ledger;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callCodeUnitWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.text.Format;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What must not decide about what stands on a ledger, since it differs from machine to machine or from run to run. */
public final class SameEverywhere {

    /** They ask whether something is in it, and never go through it. */
    public static final String ONLY_LOOK_THINGS_UP = ".*\\.(TermsCheck|SummaryCheck|Disputes|SignatureMemo)(\\$.*)?";

    private static final List<String> OF_THE_MACHINE = List.of(
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.String.formatted([Ljava.lang.Object;)",
            "java.lang.String.getBytes()",
            "java.lang.String.<init>([B)",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.Object.hashCode()",
            "java.lang.System.identityHashCode(java.lang.Object)",
            "java.lang.System.currentTimeMillis()",
            "java.lang.System.nanoTime()",
            "java.lang.System.getProperty(java.lang.String)",
            "java.lang.System.getenv(java.lang.String)",
            "java.lang.Math.random()",
            "java.nio.charset.Charset.defaultCharset()",
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDate.now(java.time.ZoneId)",
            "java.time.LocalDateTime.now()",
            "java.time.ZonedDateTime.now()",
            "java.time.ZoneId.systemDefault()",
            "java.util.Collection.parallelStream()",
            "java.util.List.parallelStream()",
            "java.util.Locale.getDefault()");

    private SameEverywhere() {}

    /** Reads a clock, the locale, the time zone, the environment or chance. */
    public static ArchCondition<JavaClass> readsWhatIsTheMachinesOwn() {
        return callCodeUnitWhere(whose("reads what is the machine's own", OF_THE_MACHINE::contains))
                .or(dependOnClassesThat(describe(
                        "are made of chance, or of the machine's locale or time zone",
                        type -> type.isAssignableTo(Random.class)
                                || type.isAssignableTo(Format.class)
                                || type.isEquivalentTo(UUID.class)
                                || type.isEquivalentTo(TimeZone.class))));
    }

    /** Makes a set or map that gives its items in no order, or in another one each time. */
    public static ArchCondition<JavaClass> makesWhatHasNoOrder() {
        return callCodeUnitWhere(describe("makes what has no order", (JavaCall<?> access) -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getName();
            int parameters = access.getTarget().getRawParameterTypes().size();
            boolean unordered = owner.isEquivalentTo(HashMap.class)
                    || owner.isEquivalentTo(HashSet.class)
                    || owner.isEquivalentTo(IdentityHashMap.class);
            boolean several = owner.isEquivalentTo(Set.class) && name.equals("of") && parameters > 1
                    || owner.isEquivalentTo(Map.class) && name.equals("of") && parameters > 2
                    || owner.isEquivalentTo(Set.class) && name.equals("copyOf")
                    || owner.isEquivalentTo(Map.class) && (name.equals("copyOf") || name.equals("ofEntries"));
            boolean collected = owner.isEquivalentTo(Collectors.class)
                    && (name.equals("toSet")
                            || name.equals("toMap") && parameters < 4
                            || name.equals("groupingBy") && parameters < 3);
            return unordered && name.equals("<init>") || several || collected;
        }));
    }

    private static DescribedPredicate<JavaCall<?>> whose(String inWords, Predicate<String> fullName) {
        return describe(inWords, access -> fullName.test(access.getTarget().getFullName()));
    }
}
