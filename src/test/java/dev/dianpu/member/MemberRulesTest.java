package dev.dianpu.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names by which a member could pass for somebody else. */
class MemberRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"admin", "Admin", "ａdmin", "ａｄｍｉｎ", "ádmin", "ADMİN", "rööt", "Ｓystem", "管理员", "客服\u3000"})
  void aReservedNameIsRefusedHoweverItIsSpelled(String name) {
    assertThat(MemberRules.username(name)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ad\u200Bmin", "\u202Enimda", "we\u00ADi1", "wei\u3164"})
  void aUserNameHidesNothing(String name) {
    assertThat(MemberRules.username(name)).contains("member.username.wrong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"王小明", "André_7", "administrators", "ｗｅｉ"})
  void otherNamesAreFine(String name) {
    assertThat(MemberRules.username(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"１３９00000000", "139００000000"})
  void aPhoneIsNoUserNameInFullWidthDigitsEither(String name) {
    assertThat(MemberRules.username(name)).contains("member.username.phone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202Eevil", "a\u2066b", "a\u200Fb", "\u3164", "a\tb"})
  void aNicknameHidesNothing(String nickname) {
    assertThat(MemberRules.nickname(nickname)).contains("member.nickname.wrong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "小明 😀", "Zoë"})
  void otherNicknamesAreFine(String nickname) {
    assertThat(MemberRules.nickname(nickname)).isEmpty();
  }
}
