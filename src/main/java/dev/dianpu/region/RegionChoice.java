package dev.dianpu.region;

import java.util.List;

/**
 * What three fields for a place show: what can be chosen in each, and what is chosen.
 *
 * @param province code; 0 for none
 * @param city code; 0 for none
 * @param district code; 0 for none
 * @param cities of the province
 * @param districts of the city
 */
public record RegionChoice(int province, int city, int district, List<Region> provinces, List<Region> cities,
    List<Region> districts) {

  /** Of what was chosen in each field: a city of another province, for instance, is none any more. */
  public static RegionChoice of(Regions regions, String province, String city, String district) {
    List<Region> provinces = regions.provinces();
    int ofProvince = chosen(provinces, province);
    List<Region> cities = ofProvince == 0 ? List.of() : regions.within(ofProvince);
    int ofCity = chosen(cities, city);
    List<Region> districts = ofCity == 0 ? List.of() : regions.within(ofCity);
    return new RegionChoice(ofProvince, ofCity, chosen(districts, district), provinces, cities, districts);
  }

  /** Of a stored place. */
  public static RegionChoice of(Regions regions, int code) {
    String[] codes = {"", "", ""};
    List<Region> steps = regions.path(code).map(RegionPath::steps).orElse(List.of());
    for (int i = 0; i < Math.min(steps.size(), codes.length); i++) {
      codes[i] = Integer.toString(steps.get(i).code());
    }
    return of(regions, codes[0], codes[1], codes[2]);
  }

  /** The chosen place; 0 while the choice is not complete. */
  public int code() {
    return district != 0 ? district : city != 0 && districts.isEmpty() ? city : 0;
  }

  private static int chosen(List<Region> among, String typed) {
    return among.stream().filter(region -> Integer.toString(region.code()).equals(typed)).mapToInt(Region::code)
        .findFirst().orElse(0);
  }
}
