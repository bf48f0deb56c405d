package dev.dianpu.member;

import dev.dianpu.member.AddressRepository.Row;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.region.Regions;
import dev.dianpu.spi.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The members' addresses, each one's own. Phone and street are sealed. */
@ApplicationScoped
public class Addresses {

  /** More than anybody has; keeps a script from filling the table. */
  static final int MOST = 20;

  private static final String PHONE = "address-phone";
  private static final String STREET = "address-street";

  @Inject AddressRepository repository;
  @Inject Regions regions;
  @Inject SecretBox box;
  @Inject Clock clock;

  /** A member's addresses, the preferred one first; one whose key or region is gone is left out. */
  public List<Address> of(long memberId) {
    return repository.of(memberId).stream().map(row -> opened(memberId, row)).flatMap(Optional::stream).toList();
  }

  /** One of a member's addresses. */
  public Optional<Address> find(long memberId, long id) {
    return of(memberId).stream().filter(address -> address.id() == id).findFirst();
  }

  /**
   * Stores an address: a new one if its id is 0. The first one of a member is preferred in any case.
   *
   * @return its id; empty if the member has {@link #MOST} already
   */
  @Transactional
  Optional<Long> save(long memberId, Address address) {
    repository.lock(memberId);
    List<Row> known = repository.of(memberId);
    if (address.id() == 0 && known.size() >= MOST) {
      return Optional.empty();
    }
    if (address.preferred()) {
      repository.preferNone(memberId);
    }
    Row row = sealed(memberId, address, address.preferred() || known.isEmpty());
    if (row.id() != 0) {
      repository.change(memberId, row);
      return Optional.of(row.id());
    }
    return Optional.of(repository.add(memberId, row, clock.instant()));
  }

  /** Removes an address; orders keep what they were sent to. */
  void remove(long memberId, long id) {
    repository.remove(memberId, id);
  }

  private Row sealed(long memberId, Address address, boolean preferred) {
    String context = Long.toString(memberId);
    return new Row(address.id(), address.consignee(), box.seal(PHONE, context, address.phone().e164()),
        address.region().code(), box.seal(STREET, context, address.street()), preferred);
  }

  private Optional<Address> opened(long memberId, Row row) {
    String context = Long.toString(memberId);
    return box.open(PHONE, context, row.phoneSealed()).flatMap(phone ->
        box.open(STREET, context, row.streetSealed()).flatMap(street -> regions.path(row.region()).map(region ->
            new Address(row.id(), row.consignee(), new PhoneNumber(phone), region, street, row.preferred()))));
  }
}
