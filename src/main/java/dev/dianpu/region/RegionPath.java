package dev.dianpu.region;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A place from its province down.
 *
 * @param steps province, city, district; a city without districts ends it
 */
public record RegionPath(List<Region> steps) {

  /** Names that only say that what follows belongs to the province itself: nobody writes them on a parcel. */
  private static final List<String> UNWRITTEN = List.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

  public RegionPath {
    steps = List.copyOf(steps);
  }

  /** The last one. */
  public int code() {
    return steps.get(steps.size() - 1).code();
  }

  /** As on a parcel: {@code 浙江省杭州市西湖区}. */
  public String written() {
    return steps.stream().map(Region::name).filter(name -> !UNWRITTEN.contains(name)).collect(Collectors.joining());
  }
}
