import { sql } from "kysely";
import { query } from "../query.ts";

/** The words that have not been read yet, into the index: in the order of their places, which is the order that it takes without a pause. */
export const readWords = query<object>()((db) => ({
  compile: () =>
    sql`insert into message_words (rowid, words)
    select place, case json_extract(body, '$.kind')
      when 'text' then json_extract(body, '$.text')
      when 'push' then json_extract(body, '$.url')
      else (select group_concat(atom, ' ') from json_tree(body, '$.tree') where type = 'text' and coalesce(key, '') not in ('tag', 'href', 'src'))
    end
    from unread_words
    cross join conversation on number = place / 16777216
    cross join message on conversation = conversation.id and seq = place % 16777216
    where json_extract(body, '$.kind') in ('text', 'rich', 'push')
    order by place`.compile(db),
}));

/** One place whose words have not been read, if there is any. */
export const unread = query<object>()((db) => db.selectFrom("unread_words").select("place").limit(1));

export const forgetUnread = query<object>()((db) => db.deleteFrom("unread_words"));
