-- Mistyped words are looked up by what is left without vowels (`krpk`) and by letters taken for each other (`vanili`,
-- `panili`), the same as app/domain/search/sounds.ts; only what is a letter or two away is compared word by word.
create index search_words_without_vowels on search_vocabulary (regexp_replace(translate(word, 'aeiou', ''), '(.)\1+', '\1', 'g'));
create index search_words_by_sound on search_vocabulary (translate(word, 'cqfvz', 'kkppj'));
