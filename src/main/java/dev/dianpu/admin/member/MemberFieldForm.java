package dev.dianpu.admin.member;

import dev.dianpu.member.RegistrationFields.Field;
import dev.dianpu.member.RegistrationFields.Kind;
import dev.dianpu.platform.text.Spelling;
import dev.dianpu.platform.web.Typed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.Arrays;
import java.util.Optional;

/** What is entered for a registration field. */
public class MemberFieldForm {

  private static final int LONGEST = 60;
  private static final int FIRST_PLACE = 50;

  @FormParam("id") @DefaultValue("0") String id = "0";
  @FormParam("label") @DefaultValue("") String label = "";
  @FormParam("kind") @DefaultValue("TEXT") String kind = "TEXT";
  @FormParam("place") @DefaultValue("50") String place = "" + FIRST_PLACE;
  @FormParam("shown") @DefaultValue("") String shown = "";
  @FormParam("required") @DefaultValue("") String required = "";

  /** The field; empty if its place is no number. */
  Optional<Field> field() {
    return place.strip().matches("[0-9]{1,3}") ? Optional.of(field(Integer.parseInt(place.strip()))) : Optional.empty();
  }

  /** To show the form again. */
  Field withoutPlace() {
    return field(FIRST_PLACE);
  }

  private Field field(int at) {
    Kind of = Arrays.stream(Kind.values()).filter(known -> known.name().equals(kind)).findFirst().orElse(Kind.TEXT);
    long number = id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
    return new Field(number, Spelling.stored(Typed.again(label, LONGEST)), of, at, shown.equals("yes"),
        required.equals("yes"));
  }
}
