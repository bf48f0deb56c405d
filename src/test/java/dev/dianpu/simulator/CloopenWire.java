package dev.dianpu.simulator;

import dev.dianpu.simulator.CloopenAccount.Report;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the simulated cloopen says, in the caller's format. Objects stand where clients expect objects. */
final class CloopenWire {

  private final boolean xml;

  CloopenWire(boolean xml) {
    this.xml = xml;
  }

  /** The member that tells of a sent SMS: its first letter is small in JSON only. */
  String sent() {
    return xml ? "TemplateSMS" : "templateSMS";
  }

  WireAnswer refusal(String code, String message) {
    return answer(Map.of("statusCode", code, "statusMsg", message), "", List.of());
  }

  /**
   * A success.
   *
   * @param member that holds the records; in XML it is repeated
   * @param list whether JSON has an array even for one record
   */
  WireAnswer success(String member, boolean list, List<Map<String, String>> records) {
    return success(Map.of(), member, list, records);
  }

  WireAnswer success(Map<String, String> scalars, String member, boolean list, List<Map<String, String>> records) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("statusCode", "000000");
    all.putAll(scalars);
    if (xml || list || records.isEmpty()) {
      return answer(all, member, records);
    }
    JsonObjectBuilder object = object(all);
    object.add(member, object(records.get(0)));
    return WireAnswer.json(200, object.build().toString());
  }

  private WireAnswer answer(Map<String, String> scalars, String member, List<Map<String, String>> records) {
    if (xml) {
      StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Response>");
      text.append(elements(scalars));
      records.forEach(one -> text.append('<').append(member).append('>').append(elements(one))
          .append("</").append(member).append('>'));
      return WireAnswer.xml(text.append("</Response>").toString());
    }
    JsonObjectBuilder object = object(scalars);
    if (!member.isEmpty()) {
      JsonArrayBuilder array = Json.createArrayBuilder();
      records.forEach(one -> array.add(object(one)));
      object.add(member, array);
    }
    return WireAnswer.json(200, object.build().toString());
  }

  /** A push of one receipt or reply. */
  String push(Report report) {
    Map<String, String> members = members(report);
    members.put("action", "SMSArrived");
    members.put("apiVersion", "2013-12-26");
    return xml
        ? "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Request>" + elements(members) + "</Request>"
        : Json.createObjectBuilder().add("Request", object(members)).build().toString();
  }

  static Map<String, String> members(Report report) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("smsType", report.type());
    members.put("content", report.content());
    members.put("fromNum", report.phone());
    members.put("dateSent", report.at());
    members.put("recvTime", report.at());
    members.put("status", report.delivered() ? "0" : "1");
    if (report.type().equals("1")) {
      members.put("deliverCode", report.delivered() ? "DELIVRD" : "UNDELIV");
      members.put("reqId", report.requestId());
      members.put("smsCount", "1");
      members.put("spCode", "10690876");
    }
    return members;
  }

  private static JsonObjectBuilder object(Map<String, String> members) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    members.forEach(object::add);
    return object;
  }

  private static String elements(Map<String, String> members) {
    StringBuilder text = new StringBuilder();
    members.forEach((name, value) -> text.append('<').append(name).append('>')
        .append(value.replace("&", "&amp;").replace("<", "&lt;")).append("</").append(name).append('>'));
    return text.toString();
  }
}
