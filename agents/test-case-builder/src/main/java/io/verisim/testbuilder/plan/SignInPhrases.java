package io.verisim.testbuilder.plan;

import io.verisim.model.testing.AriaRole;
import io.verisim.model.testing.Value;
import java.util.List;

/** Signing in and out, and messages. */
final class SignInPhrases {

    private static final String WRONG_PASSWORD = "not-the-password";

    private SignInPhrases() {}

    static List<Phrase> all() {
        return List.of(
                Phrase.of("I am on the sign-in page", "I (?:am on|open) the sign-?in page", (draft, m) -> open(draft)),
                Phrase.of("I am signed in", "I am (?:signed|logged) in", (draft, m) -> {
                    open(draft);
                    submit(draft, Value.secret("password"), "the password");
                    draft.expectVisible("The list of tables is shown", PageElements.heading("Tables"));
                }),
                Phrase.of(
                        "I sign in",
                        "I (?:sign|log) in",
                        (draft, m) -> submit(draft, Value.secret("password"), "the password")),
                Phrase.of(
                        "I sign in with a wrong password",
                        "I (?:try to )?(?:sign|log) in with (?:a|the) wrong password",
                        (draft, m) -> submit(draft, Value.literal(WRONG_PASSWORD), "a wrong password")),
                Phrase.of(
                        "I sign out",
                        "I (?:sign|log) out",
                        (draft, m) -> draft.click("Press Sign out", PageElements.SIGN_OUT)),
                Phrase.of("I see the tables", "I see the (?:list of )?tables", (draft, m) -> {
                    draft.expectVisible("The list of tables is shown", PageElements.heading("Tables"));
                    draft.expectUrl("The address is that of the tables", PageElements.TABLES_PATH);
                }),
                Phrase.of(
                        "I am asked to sign in",
                        "I am asked to (?:sign|log) in",
                        (draft, m) ->
                                draft.expectVisible("The sign-in page is shown", PageElements.heading("Sign in"))),
                Phrase.of(
                        "I see the message \"…\"",
                        "I see the message " + Phrase.QUOTED,
                        (draft, m) -> draft.expectMessage(
                                "The page says \"" + m.group(1) + "\"", AriaRole.STATUS, m.group(1))),
                Phrase.of(
                        "I see the error \"…\"",
                        "I see the (?:error|warning) " + Phrase.QUOTED,
                        (draft, m) -> draft.expectMessage(
                                "The page warns \"" + m.group(1) + "\"", AriaRole.ALERT, m.group(1))));
    }

    private static void open(PlanDraft draft) {
        draft.navigate("Open the sign-in page", PageElements.SIGN_IN_PATH);
    }

    private static void submit(PlanDraft draft, Value password, String words) {
        draft.fill("Type the user name", PageElements.USER, Value.secret("username"));
        draft.fill("Type " + words, PageElements.PASSWORD, password);
        draft.click("Press Sign in", PageElements.SIGN_IN);
    }
}
