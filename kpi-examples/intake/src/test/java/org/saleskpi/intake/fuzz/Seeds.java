package org.saleskpi.intake.fuzz;

import java.util.List;

/** Whole files, to be damaged. */
final class Seeds {

    static final List<String> CSV = List.of("""
            id,since,disqualified_at,owner,region
            c1,2026-03-02T09:00:00Z,,alice,EMEA
            c2,2026-03-05T09:00:00Z,2026-03-20,bob,"a ""quoted"", one"
            """, """
            id,customer_id,at,outcome,purpose,owner
            k1,c1,2026-03-03T10:00:00Z,MEETING_BOOKED,,alice
            k2,c2,2026-03-06T10:00:00+01:00,NO_ANSWER,OTHER,bob
            """, """
            id,customer_id,sent_at,status,decided_at,amount,currency,owner
            p1,c1,2026-03-10T12:00,ACCEPTED,2026-03-12T12:00:00Z,1200.50,EUR,alice
            p2,c2,2026-03-11,PENDING,,300,USD,bob
            """, """
            id,customer_id,signed_at,amount,currency,starts_at,ends_at,proposal_id,owner,billing
            s1,c1,2026-03-12T12:00:00Z,1200.50,EUR,,2027-03-12,p1,alice,MONTHLY
            s2,c2,2026-01-10,900,USD,2026-01-10,2026-03-15,,,TOTAL
            """, """
            date,from,to,rate
            2026-01-01,USD,EUR,0.9
            2026-02-01,USD,EUR,0.91
            """);

    static final String DEALS = """
            Deal,Company,Opened,Stage,Closed,Value
            d1,c1,2026-01-02,Won,03/03/2026,"€ 3.500,00"
            d2,c1,2026-01-05,Lost,12/03/2026,"(1.900,00)"
            d3,,2026-02-16,Talking,,
            """;

    static final String USERS = """
            Id,First Name,Last Name
            c1,Ann,Lee
            c2,Bob,
            """;

    static final String JSON = """
            {"data": [
              {"Deal": "d1", "Company": {"id": "c1"}, "Opened": "2026-01-02T00:00:00Z", "Stage": "Won", "Closed": 1767312000000,
               "Value": 12.5, "tags": ["a", "b"]},
              {"Deal": 2, "Company": "c1", "Opened": "2026-01-03", "Stage": null, "Closed": "", "Value": "7,00"}
            ]}
            """;

    static final String JSON_LINES = """
            {"Deal": "d1", "Company": "c1", "Opened": "2026-01-02", "Stage": "Won", "Closed": "03/03/2026", "Value": "5,00"}
            {"Deal": "d2", "Company": {"id": 7}, "Opened": "2026-01-02", "Stage": "Lost", "Closed": "04/03/2026", "Value": 5}
            """;

    static final String SHORT_MAPPING = """
            mapping: 1
            moments: {formats: [iso, dd/MM/yyyy], zone: run}
            files:
              "*.csv":
                records:
                  - customer: {id: {any: [Deal, Id], first: 5}, since: Opened, repeated: earliest}
            """;

    static final String MAPPING = """
            mapping: 1
            moments: {formats: [iso, dd/MM/yyyy, epoch-millis], zone: Europe/Paris, language: fr, since: 1980}
            numbers: {decimal: ",", grouping: ".", groups: [3, 2], symbols: {"€": EUR}, negative: [minus, parentheses]}
            csv: {delimiter: ",", encoding: utf-8}
            column_names: any-case
            files:
              Deals.csv:
                also: [Deals-*.csv]
                short_rows: pad
                skip:
                  - {when: {Stage: {not: [Won, Lost, Talking]}}, because: strange}
                records:
                  - customer:
                      repeated: earliest
                      when: {Company: {empty: false}}
                      id: {column: Company, prefix: c-}
                      since: Opened
                      owner: {column: Company, through: {file: Users.csv, key: Id, value: [First Name, Last Name], optional: true}}
                      attributes: {stage: Stage}
                  - proposal:
                      id: Deal
                      customer: {columns: {column: Company, prefix: c-}, unknown: none}
                      sent_at: Opened
                      status: {column: Stage, words: {Won: ACCEPTED, Lost: REFUSED}, otherwise: PENDING}
                      decided_at: {column: Closed, formats: [dd/MM/yyyy, iso, epoch-millis], day: true}
                      decided_before_sent: zero-days
                      amount: {column: Value, currency: EUR, decimals: round}
                  - contract:
                      when: {all: [{Stage: [Won]}, {Value: {negative: false}}]}
                      id: Deal
                      customer: {columns: {column: Company, prefix: c-}, unknown: reject}
                      signed_at: Closed
                      term: {months: 12}
                      amount: {column: Value, currency: EUR, decimals: round}
            """;

    private Seeds() {}
}
