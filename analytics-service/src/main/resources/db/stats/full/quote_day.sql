INSERT INTO next_quote_day (uid, to_uid, bid, count, day)
SELECT uid, to_uid, bid, sum(count), day FROM counted_quotes GROUP BY uid, to_uid, bid, day
