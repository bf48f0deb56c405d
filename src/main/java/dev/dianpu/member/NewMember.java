package dev.dianpu.member;

import dev.dianpu.spi.PhoneNumber;
import java.util.Map;
import java.util.Optional;

/**
 * Who wants to become a member; everything was checked but for uniqueness.
 *
 * @param username unique, however it is capitalised or accented; stored as NFKC
 * @param email unique, lower case
 * @param phone proved; empty in a shop without phone registration
 * @param passwordHash Argon2id
 * @param address the IP address it came from
 * @param consentVersion of the agreement and privacy page that was agreed to
 * @param answers to what the owner asks besides, by the numbers of the fields
 */
public record NewMember(String username, String email, Optional<PhoneNumber> phone, String passwordHash, String address,
    String consentVersion, Map<Long, String> answers) {}
