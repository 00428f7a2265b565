package io.plsim.policy.lint.rule;

import io.plsim.policy.document.DocumentError;
import io.plsim.policy.document.Severity;
import java.util.ArrayList;
import java.util.List;

/** The one list of rules, in the order of the documentation. */
public final class Rules {
    /** Every rule; they hold no state. */
    public static final List<LintRule> ALL = List.of(
            new ForeignServicePrefix(),
            new WildcardInServicePrefix(),
            new ActionWithoutPrefix(),
            new UnknownAction(),
            new ControlPlaneAction(),
            new ForeignServiceResource(),
            new UnknownResourceType(),
            new ResourceTypeNeverAsked(),
            new ActionWithoutResource(),
            new ActionNeedsStar(),
            new InvalidAccount(),
            new InvalidRegion(),
            new IncompleteArn(),
            new WildcardInResourceType(),
            new SystemAccount(),
            new ToolSpelling(),
            new RuntimeEndpointOnly(),
            new OAuthOnlyResource(),
            new MetadataNeedsEveryone(),
            new DiscoveryNotAllowed(),
            new AwsStar(),
            new NotPrincipalWithAllow(),
            new NotPrincipalWithoutAccount(),
            new PrincipalIsNobody(),
            new PrincipalNeverCalls(),
            new UnknownConditionKey(),
            new KeyAbsentAtEndpoint(),
            new ConditionKeyNotCarried(),
            new SourceVpceAddsNothing(),
            new DenyHitsOAuthCallers(),
            new AllowLeavesOutOAuth(),
            new MultivaluedKeyWithoutSetOperator(),
            new SetOperatorOnSingleValuedKey(),
            new ForAllValuesWithoutKey(),
            new NullWithSetOperator(),
            new WildcardWithoutLike(),
            new ConditionValueFormat(),
            new OperatorDoesNotFitKey(),
            new MixedValueTypes(),
            new VariableWithoutVersion(),
            new VariableOutOfPlace(),
            new MalformedVariable(),
            new VariableWithoutValue(),
            new UnreachableStatement(),
            new ShadowedStatement(),
            new RedundantStatement(),
            new RedundantValue(),
            new EmptyList(),
            new NoAllow(),
            new FullAccess(),
            new AllowWithNotAction(),
            new AllowWithNotResource(),
            new InvalidSid(),
            new DuplicateSid(),
            new MissingVersion(),
            new OldVersion());

    private Rules() {}

    /** A code that a finding can have. */
    public record Description(String code, Severity severity, String sentence) {}

    /** Every code: what AWS would not store, then the rules. */
    public static List<Description> described() {
        List<Description> all = new ArrayList<>();
        for (DocumentError error : DocumentError.values()) {
            all.add(new Description(error.name(), Severity.ERROR, error.sentence()));
        }
        ALL.forEach(rule -> all.add(new Description(rule.code(), rule.severity(), rule.sentence())));
        return all;
    }
}
