package potstats2.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import potstats2.api.forum.StatsTables;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** Domains come in the contract's order, whatever the collation of the database. */
@RealServers(Server.POSTGRES)
class DomainOrderIT {
    @Test
    void equalCountsAreInTheOrderOfTheirCodePoints(Servers servers) throws Exception {
        var database = servers.newDatabase();
        StatsTables.create(database).execute("""
                        INSERT INTO stats.state (generation, time_zone) VALUES (0, 'UTC');
                        ALTER TABLE stats.domain_year ALTER COLUMN domain TYPE text COLLATE unicode;
                        ALTER TABLE stats.user_domain ALTER COLUMN domain TYPE text COLLATE unicode;
                        INSERT INTO stats.domain_year (year, type, domain, count)
                            SELECT 0, 'all', domain, 1 FROM unnest(ARRAY['b.example', 'B.example', 'ä.example', 'z.example']) domain;
                        INSERT INTO stats.user_domain (uid, year, type, domain, count)
                            SELECT 7, 0, 'all', domain, 1 FROM unnest(ARRAY['b.example', 'B.example', 'ä.example', 'z.example']) domain
                        """);
        try (var api = RunningApi.start(database, Map.of())) {
            for (var question : List.of("/api/domains", "/api/user-domains", "/api/user-domains?uid=7")) {
                assertThat(api.json(question).get("rows").valueStream())
                        .as(question)
                        .extracting(row -> row.get("domain").asString())
                        .containsExactly("B.example", "b.example", "z.example", "ä.example");
            }
        }
    }
}
