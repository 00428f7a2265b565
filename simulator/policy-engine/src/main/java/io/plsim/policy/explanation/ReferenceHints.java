package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.matching.Reason;
import io.plsim.policy.reference.AgentCoreReference;
import io.plsim.policy.reference.KnownAction;
import io.plsim.policy.reference.KnownConditionKey;
import io.plsim.policy.reference.KnownConditionKey.Presence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Hints that come from knowing AgentCore's actions and condition keys: names that do not exist, keys that never come. */
final class ReferenceHints {
    private static final String PREFIX = AgentCoreReference.PREFIX + ":";
    private static final Set<Reason> BECAUSE_ABSENT = Set.of(
            Reason.CONDITION_FALSE_BECAUSE_KEY_ABSENT,
            Reason.CONDITION_TRUE_BECAUSE_KEY_ABSENT,
            Reason.CONDITION_TRUE_BECAUSE_IF_EXISTS,
            Reason.CONDITION_TRUE_BECAUSE_NO_VALUES);
    /** Keys that have a hint of their own. */
    private static final Set<String> TOLD_ELSEWHERE = Set.of("aws:sourceip");

    private ReferenceHints() {}

    /** Read when the first hint is looked for, not when the engine is loaded. */
    private static final class Known {
        static final AgentCoreReference REFERENCE = AgentCoreReference.load();
    }

    static Optional<String> actionThatDoesNotExist(ElementDetail element, StatementDetail in, Explanation of) {
        if (element.reason() != Reason.ACTION_NOT_LISTED) {
            return Optional.empty();
        }
        String asked = of.request().action();
        List<String> names =
                Known.REFERENCE.actions().stream().map(KnownAction::name).toList();
        if (isUnknown(asked)) {
            return Optional.of("AgentCore has no action " + asked + meant(asked.substring(PREFIX.length()), names));
        }
        return element.patterns().stream()
                .filter(ReferenceHints::isUnknown)
                .filter(pattern -> Spelling.nearest(pattern, List.of(asked)).isPresent())
                .findFirst()
                .map(pattern -> "AgentCore has no action " + pattern + "; write " + asked + ".");
    }

    private static boolean isUnknown(String action) {
        return action.toLowerCase(Locale.ROOT).startsWith(PREFIX)
                && action.indexOf('*') < 0
                && action.indexOf('?') < 0
                && Known.REFERENCE.action(action.substring(PREFIX.length())).isEmpty();
    }

    private static String meant(String name, List<String> names) {
        return Spelling.nearest(name, names)
                .map(nearest -> "; is " + PREFIX + nearest + " meant?")
                .orElse(".");
    }

    static Optional<String> keyThatNeverComes(ElementDetail element, StatementDetail in, Explanation of) {
        if (!BECAUSE_ABSENT.contains(element.reason()) || of.policy().type() != PolicyType.ENDPOINT) {
            return Optional.empty();
        }
        String key = element.test().substring(element.test().indexOf(' ') + 1);
        String lower = key.toLowerCase(Locale.ROOT);
        if (TOLD_ELSEWHERE.contains(lower) || lower.contains(":inboundjwtclaim/")) {
            return Optional.empty();
        }
        Optional<KnownConditionKey> known = Known.REFERENCE.conditionKey(key);
        if (known.isEmpty()) {
            return Spelling.nearest(key, Known.REFERENCE.conditionKeyNames())
                    .map(nearest -> "There is no condition key " + key + "; is " + nearest + " meant?");
        }
        return known.filter(found -> found.presence() == Presence.NEVER)
                .map(found -> "No request through this endpoint carries " + key + ": " + found.why() + ".")
                .or(() -> known.filter(found -> found.presence() == Presence.ACTION)
                        .filter(found -> !found.actions().contains(name(of)))
                        .map(found -> "Only some actions carry " + key + " (" + some(found.actions()) + "), and "
                                + name(of) + " is none of them."));
    }

    private static String name(Explanation of) {
        String action = of.request().action();
        return action.substring(action.indexOf(':') + 1);
    }

    private static String some(Set<String> actions) {
        String first = actions.stream().sorted().limit(3).collect(Collectors.joining(", "));
        return actions.size() > 3 ? first + " and " + (actions.size() - 3) + " more" : first;
    }
}
