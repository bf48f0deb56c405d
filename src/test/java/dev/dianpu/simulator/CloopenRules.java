package dev.dianpu.simulator;

import dev.dianpu.simulator.CloopenAccount.Template;
import dev.dianpu.simulator.CloopenDoor.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why the simulated cloopen does not send, each reason with the code that others' tables give it. */
final class CloopenRules {

  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
  private static final int LONGEST = 250;

  private CloopenRules() {}

  /**
   * Looks at a request to send.
   *
   * @param phones those of {@code to}
   * @param mostNumbers how many this edition takes in a call
   */
  static Optional<Refusal> refusal(
      CloopenAccount account, CloopenMessage message, List<String> phones, int mostNumbers) {
    return numbersRefused(phones, mostNumbers)
        .or(() -> templateRefused(account, message, phones))
        .or(() -> restRefused(account, message, account.templates.get(message.get("templateId"))));
  }

  private static Optional<Refusal> numbersRefused(List<String> phones, int mostNumbers) {
    if (phones.equals(List.of(""))) {
      return refused("112306", "模板短信手机号为空");
    }
    if (phones.size() > mostNumbers) {
      return mostNumbers <= 100 ? refused("160017", "号码个数超过100") : refused("160048", "号码个数超过200");
    }
    if (!phones.stream().allMatch(phone -> MOBILE.matcher(phone).matches())) {
      return refused("160042", "号码格式有误");
    }
    return new HashSet<>(phones).size() == phones.size()
        ? Optional.empty() : refused("160045", "存在重复的号码");
  }

  private static Optional<Refusal> templateRefused(
      CloopenAccount account, CloopenMessage message, List<String> phones) {
    String id = message.get("templateId");
    if (id.isEmpty()) {
      return refused("112307", "模板短信模板id为空");
    }
    if (!id.matches("[0-9]+")) {
      return refused("112318", "模板短信模板id不是数字");
    }
    if (id.length() > 20) {
      return refused("112315", "模板短信模板id过长");
    }
    Template template = account.templates.get(id);
    if (template == null || template.status() != 1) {
      return refused("112323", "模板不存在或未审核通过");
    }
    if (!account.paid && !(id.equals(CloopenAccount.TRIAL) && account.testNumbers.containsAll(phones))) {
      return refused("113302", "测试模板只能发给测试号码");
    }
    return template.places() > message.datas().size()
        ? refused("112308", "模板短信模板替换内容为空") : Optional.empty();
  }

  private static Optional<Refusal> restRefused(
      CloopenAccount account, CloopenMessage message, Template template) {
    String text = template.filled(message.datas());
    if (text.codePointCount(0, text.length()) > LONGEST) {
      return refused("160020", "短信内容超过长度限制");
    }
    if (!message.get("subAppend").matches("[0-9]{0,4}")) {
      return refused("160065", "子扩展码有误");
    }
    if (message.get("reqId").length() > 32) {
      return refused("160055", "消息id过长");
    }
    return account.balance.signum() <= 0 ? refused("160014", "余额不足") : Optional.empty();
  }

  private static Optional<Refusal> refused(String code, String message) {
    return Optional.of(new Refusal(code, message));
  }
}
