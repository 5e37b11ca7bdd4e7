INSERT INTO next_domain_year (count, year, type, domain)
SELECT sum(count), year, type, domain FROM next_user_domain GROUP BY year, type, domain
