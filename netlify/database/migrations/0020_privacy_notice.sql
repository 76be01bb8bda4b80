-- The version of the privacy notice that the person of a case was shown when the case was opened: its date, where it bears
-- one, and a mark made of its words. A case that staff opened, or that was opened before this was kept, has none.
ALTER TABLE cases ADD COLUMN notice text CHECK (length(notice) BETWEEN 1 AND 80);
