CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END;
--> statement-breakpoint
CREATE VIRTUAL TABLE resources_index USING fts5(title, summary, body, content='resources', content_rowid='number', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE TRIGGER resources_index_insert AFTER INSERT ON resources
BEGIN INSERT INTO resources_index (rowid, title, summary, body) VALUES (new.number, new.title, new.summary, new.body); END;
--> statement-breakpoint
CREATE TRIGGER resources_index_delete AFTER DELETE ON resources
BEGIN INSERT INTO resources_index (resources_index, rowid, title, summary, body) VALUES ('delete', old.number, old.title, old.summary, old.body); END;
--> statement-breakpoint
CREATE TRIGGER resources_index_update AFTER UPDATE OF title, summary, body ON resources
BEGIN
  INSERT INTO resources_index (resources_index, rowid, title, summary, body) VALUES ('delete', old.number, old.title, old.summary, old.body);
  INSERT INTO resources_index (rowid, title, summary, body) VALUES (new.number, new.title, new.summary, new.body);
END;
