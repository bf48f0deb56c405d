package dev.dianpu.member;

import dev.dianpu.member.RegistrationFields.Field;
import dev.dianpu.member.RegistrationFields.Kind;
import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Registration fields and the answers to them. */
@ApplicationScoped
class FieldRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  List<Field> all() {
    return sql().all(row -> new Field(row.getLong(1), row.getString(2), Kind.valueOf(row.getString(3)), row.getInt(4),
            row.getBoolean(5), row.getBoolean(6)),
        "select id, label, kind, place, shown, required from member_field order by place, id");
  }

  boolean taken(Field field) {
    return sql().number("select 1 from member_field where label = ? and id <> ?", field.label(), field.id()).isPresent();
  }

  void put(Field field) {
    if (field.id() == 0) {
      sql().insert("insert into member_field (label, kind, place, shown, required) values (?, ?, ?, ?, ?)",
          field.label(), field.kind().name(), field.place(), field.shown(), field.required());
    } else {
      sql().update("update member_field set label = ?, kind = ?, place = ?, shown = ?, required = ? where id = ?",
          field.label(), field.kind().name(), field.place(), field.shown(), field.required(), field.id());
    }
  }

  boolean remove(long id) {
    return sql().update("delete from member_field where id = ?", id) > 0;
  }

  void answer(long member, long field, String value) {
    sql().update("insert into member_field_value (member_id, field_id, value) values (?, ?, ?)"
        + " on duplicate key update value = ?", member, field, value, value);
  }

  Map<String, String> answers(long member) {
    Map<String, String> answers = new LinkedHashMap<>();
    sql().all(row -> Map.entry(row.getString(1), row.getString(2)),
            "select f.label, v.value from member_field_value v join member_field f on f.id = v.field_id"
                + " where v.member_id = ? order by f.place, f.id", member)
        .forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
    return answers;
  }

  void forget(long member) {
    sql().update("delete from member_field_value where member_id = ?", member);
  }

  private Sql sql() {
    return new Sql(dataSource);
  }
}
