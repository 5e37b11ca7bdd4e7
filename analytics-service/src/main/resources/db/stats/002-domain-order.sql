--liquibase formatted sql

--changeset potstats2:domain-order
-- Domains of equal counts are listed in the order of their code points, whatever the database's collation.
DROP INDEX stats.user_domain_by_count;
CREATE INDEX user_domain_by_count ON stats.user_domain (year, type, count DESC, uid, domain COLLATE "C");
DROP INDEX stats.domain_year_by_count;
CREATE INDEX domain_year_by_count ON stats.domain_year (year, type, count DESC, domain COLLATE "C");
