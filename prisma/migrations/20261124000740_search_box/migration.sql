-- What the one box finds beside products: who makes and sells, where things come from and stand, and kinds of goods.
-- They are few, so they live here whichever engine finds the products. Filled again at will; nothing in it is original.
create table search_names (
  kind text not null constraint search_names_have_a_kind
    check (kind in ('category', 'village', 'cooperative', 'producer', 'store')),
  slug text not null,
  name text not null, -- as it was read; where it is called otherwise by now, the row is out of date and not shown
  spelt text not null, -- the words of the name, normalised, in their order
  words tsvector not null, -- those (A), and other ways to call it (B)
  products integer not null, -- published ones behind it
  primary key (kind, slug)
);
create index search_names_words on search_names using gin (words);

-- What people looked for, by day, without who: the words, normalised, and how often. Kept for 90 days.
create table search_queries (
  day date not null,
  words text not null constraint queries_are_words check (words ~ '^[a-z0-9]+( [a-z0-9]+)*$' and char_length(words) <= 80),
  times integer not null constraint queries_were_asked check (times > 0),
  is_found boolean not null, -- whether a product had all of the words, when it was asked last
  primary key (day, words)
);
create index days_of_a_query on search_queries (words, day);
