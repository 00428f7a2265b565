package io.plsim.policy.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenPrincipalTest {
    private static final List<String> SESSION = List.of(
            "arn:aws:sts::111122223333:assumed-role/runner/one",
            "arn:aws:iam::111122223333:role/team/runner",
            "arn:aws:iam::111122223333:root",
            "111122223333");

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::444455556666:role/for-111122223333, PRINCIPAL_OF_ANOTHER_ACCOUNT",
        "444455556666, PRINCIPAL_OF_ANOTHER_ACCOUNT",
        "AROAEXAMPLEID1234567, PRINCIPAL_IS_UNIQUE_ID",
        "arn:aws:iam::111122223333:role/team/other, OTHER_PRINCIPAL_OF_THE_ACCOUNT",
        "arn:aws:iam::111122223333:role/Team/Runner, PRINCIPAL_DIFFERS_IN_CASE",
        "arn:aws:iam::111122223333:role/runner, PRINCIPAL_DIFFERS_IN_PATH",
        "arn:aws-cn:iam::111122223333:role/team/runner, PRINCIPAL_OF_ANOTHER_PARTITION",
        "arn:aws-cn:iam::111122223333:root, PRINCIPAL_OF_ANOTHER_PARTITION",
        "arn:aws:sts::111122223333:assumed-role/runner/two, PRINCIPAL_IS_ANOTHER_SESSION",
        "arn:aws:sts::111122223333:assumed-role/other/one, OTHER_PRINCIPAL_OF_THE_ACCOUNT",
    })
    void aValueIsToldApartFromTheNamesOfASession(String written, Reason reason) {
        assertThat(new WrittenPrincipal(written).missed(SESSION)).isEqualTo(reason);
    }
}
