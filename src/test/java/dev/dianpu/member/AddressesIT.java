package dev.dianpu.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Sql;
import dev.dianpu.region.RegionPath;
import dev.dianpu.region.Regions;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.system.AtOnce;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.TestDatabase;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The members' addresses, on a real database. */
class AddressesIT {

  private static BareBeans beans;
  private static Sql sql;
  private static Addresses addresses;

  private long member;

  @BeforeAll
  static void open() {
    beans = new BareBeans(TestDatabase.migrated()).with(Clock.class, Clock.systemUTC())
        .with(SecretBox.class, new SecretBox(KeyRing.parse(KeyRing.generate())));
    sql = new Sql(beans.get(DataSource.class));
    addresses = beans.get(Addresses.class);
  }

  @AfterAll
  static void close() {
    beans.close();
  }

  @BeforeEach
  void newMember() {
    String name = "a" + sql.number("select count(*) from member").orElseThrow();
    member = sql.insert("insert into member (username, email, password, nickname, registered_at, registered_from,"
        + " consent_version, consent_at) values (?, ?, '', '', now(6), '192.0.2.1', '1', now(6))", name,
        name + "@example.com");
  }

  private static Address address(long id, String name, boolean preferred) {
    RegionPath region = beans.get(Regions.class).place(330106).orElseThrow();
    return new Address(id, name, new PhoneNumber("+8613900000007"), region, "某路 1 号", preferred);
  }

  private long save(Address address) {
    return addresses.save(member, address).orElseThrow();
  }

  @Test
  void theFirstIsPreferredAndOnlyOneIs() {
    long first = save(address(0, "甲", false));
    assertThat(addresses.find(member, first)).hasValueSatisfying(one -> assertThat(one.preferred()).isTrue());
    long second = save(address(0, "乙", true));
    assertThat(addresses.of(member)).extracting(Address::id).containsExactly(second, first);
    assertThat(addresses.of(member)).extracting(Address::preferred).containsExactly(true, false);
    save(address(first, "丙", true));
    assertThat(addresses.of(member)).extracting(Address::consignee).containsExactly("丙", "乙");
    assertThat(addresses.of(member).get(0).written()).isEqualTo("浙江省杭州市西湖区 某路 1 号");
  }

  @Test
  void somebodyElsesIsNeitherSeenNorChangedNorRemoved() {
    long id = save(address(0, "甲", false));
    long owner = member;
    newMember();
    assertThat(addresses.find(member, id)).isEmpty();
    addresses.save(member, address(id, "乙", false));
    addresses.remove(member, id);
    assertThat(addresses.of(owner)).extracting(Address::consignee).containsExactly("甲");
  }

  @Test
  void manyFormsAtOnceDoNotPassTheBound() {
    AtOnce.run(30, () -> addresses.save(member, address(0, "甲", false)));
    assertThat(addresses.of(member)).hasSize(Addresses.MOST);
  }

  @Test
  void phoneAndStreetCannotBeReadInTheDatabase() {
    save(address(0, "甲", false));
    assertThat(sql.first(row -> row.getString(1) + row.getString(2),
        "select phone_sealed, street_sealed from member_address where member_id = ?", member).orElseThrow())
        .doesNotContain("13900000007", "某路");
  }
}
