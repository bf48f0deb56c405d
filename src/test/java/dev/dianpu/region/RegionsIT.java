package dev.dianpu.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.database.Sql;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The regions that the script brings, on a real database. */
class RegionsIT {

  private static BareBeans beans;
  private static Regions regions;

  @BeforeAll
  static void open() {
    beans = new BareBeans(TestDatabase.migrated());
    regions = beans.get(Regions.class);
  }

  @AfterAll
  static void close() {
    beans.close();
  }

  @Test
  void allProvincesOfTheMainlandAreThere() {
    assertThat(regions.provinces()).hasSize(31).extracting(Region::name)
        .startsWith("北京市", "天津市", "河北省").endsWith("新疆维吾尔自治区");
    assertThat(regions.provinces()).allSatisfy(province -> assertThat(regions.within(province.code())).isNotEmpty());
  }

  @Test
  void aDistrictIsWrittenAsOnAParcel() {
    assertThat(regions.place(330106)).map(RegionPath::written).contains("浙江省杭州市西湖区");
    assertThat(regions.place(110105)).map(RegionPath::written).contains("北京市朝阳区");
    assertThat(regions.place(429004)).map(RegionPath::written).contains("湖北省仙桃市");
  }

  /** 东莞 and 中山 have no districts: the city itself is the place. */
  @Test
  void aPlaceIsWhatIsNotDividedAnyFurther() {
    assertThat(regions.place(441900)).map(RegionPath::written).contains("广东省东莞市");
    assertThat(regions.place(330100)).isEmpty();
    assertThat(regions.place(330000)).isEmpty();
    assertThat(regions.place(999999)).isEmpty();
    assertThat(regions.within(999999)).isEmpty();
  }

  @Test
  void aChoiceForgetsWhatDoesNotLieInTheOther() {
    RegionChoice choice = RegionChoice.of(regions, "330000", "330100", "330106");
    assertThat(choice.code()).isEqualTo(330106);
    RegionChoice moved = RegionChoice.of(regions, "440000", "330100", "330106");
    assertThat(List.of(moved.province(), moved.city(), moved.district(), moved.code())).containsExactly(440000, 0, 0, 0);
    assertThat(RegionChoice.of(regions, "440000", "441900", "").code()).isEqualTo(441900);
    assertThat(RegionChoice.of(regions, "330000", "330100", "").code()).isZero();
    assertThat(RegionChoice.of(regions, 330106)).isEqualTo(choice);
    assertThat(RegionChoice.of(regions, "x", "", "").code()).isZero();
  }

  @Test
  void theScriptRunAgainChangesNothing() throws Exception {
    Sql sql = new Sql(beans.get(DataSource.class));
    long before = sql.number("select count(*) from region").orElseThrow();
    String script = Files.readString(Path.of("sql/core/V181__region_data.sql")).replaceAll("(?m)^--.*$", "").strip();
    assertThat(sql.update(script.substring(0, script.length() - 1))).isZero();
    assertThat(sql.number("select count(*) from region")).contains(before);
    assertThat(before).isBetween(3100L, 3400L);
  }
}
