package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;

/** Answers to surveys of Salesforce, and events that relate to nobody. */
class SalesforceSurveysTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    private ImportedRecords read() throws Exception {
        return export.read(BuiltInMapping.SALESFORCE);
    }

    @Test
    void answersToRecommendationQuestionsAreSurveys() throws Exception {
        export.with(
                        "SurveyQuestionResponse.csv",
                        "Id,QuestionId,ResponseId,NumberValue,ResponseValue,CreatedDate",
                        "a,q1,r1,9,,2026-03-01T00:00:00Z",
                        "b,q2,r1,4,,2026-03-01T00:00:00Z",
                        "c,q1,r2,,10,2026-03-01T00:00:00Z",
                        "d,q1,r3,,,2026-03-01T00:00:00Z")
                .with("SurveyQuestion.csv", "Id,QuestionType", "q1,NPS", "q2,Rating")
                .with(
                        "SurveyResponse.csv",
                        "Id,SubmitterId,CompletionDateTime",
                        "r1,003A0000000000aAAA,2026-03-02T10:00:00.000Z",
                        "r2,00QB0000000000bAAA,",
                        "r3,,")
                .with("Contact.csv", "Id,AccountId", "003A0000000000a,001A0000000000aAAA")
                .with("Account.csv", "Id,CreatedDate", "001A0000000000aAAA,2026-01-01T00:00:00Z")
                .with("Lead.csv", "Id,CreatedDate", "00QB0000000000bAAA,2026-01-01T00:00:00Z");

        ImportedRecords records = read();

        assertThat(records.surveys())
                .extracting(one ->
                        one.id() + " " + one.customerId() + " " + one.at() + " " + one.scale() + " " + one.score())
                .containsExactly(
                        "a 001A0000000000a 2026-03-02T10:00:00Z NPS 9",
                        "c 00QB0000000000b 2026-03-01T00:00:00Z NPS 10");
        assertThat(records.summary())
                .contains("  1 skipped: no recommendation (NPS) question", "  1 skipped: not answered");
    }

    @Test
    void anEventThatRelatesToNobodyIsNoSalesMeeting() throws Exception {
        export.withJson(
                "Event.jsonl",
                "{'Id': 'e1', 'StartDateTime': '2026-03-02T08:00:00Z', 'WhoId': null, 'WhatId': null, 'AccountId': null}",
                "{'Id': 'e2', 'StartDateTime': '2026-03-02T08:00:00Z', 'WhoId': null, 'WhatId': '006', 'AccountId': null}",
                "{'Id': 'e3', 'StartDateTime': '2026-03-02T08:00:00Z', 'WhoId': '003', 'WhatId': null, 'AccountId': null}",
                "{'Id': 'e4', 'StartDateTime': '2026-03-02T08:00:00Z', 'ActivityDate': '2026-03-02'}");

        assertThat(read().meetings())
                .extracting(one -> one.id() + " " + one.purpose())
                .containsExactly("e1 OTHER", "e2 SALES", "e3 SALES", "e4 SALES");
    }
}
