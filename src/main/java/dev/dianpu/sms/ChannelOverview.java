package dev.dianpu.sms;

import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsBalanceSource;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.spi.SmsConnectionTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The channels as the owner sees them: what each can do, what it needs, how it is doing. */
@ApplicationScoped
public class ChannelOverview {

  private static final int HTTPS = 443;

  @Inject Extensions<SmsChannel> channels;
  @Inject ChannelPauses pauses;
  @Inject Routes routes;
  @Inject Clock clock;

  /**
   * A channel that is switched on.
   *
   * @param problems what it needs before it can send
   * @param pause why it is left alone, or was until no message has probed it since; empty while it works
   * @param over whether the pause has ended: the next message finds out
   * @param tests whether a connection test without an SMS can be made
   * @param tellsBalance whether the gateway tells its balance on request
   * @param registersAddresses whether the gateway wants to know this server's address
   */
  public record State(String id, List<SettingProblem> problems, Optional<ChannelPause> pause,
      boolean over, boolean tests,
      boolean tellsBalance, boolean registersAddresses) {

    /** Whether messages can go through it now. */
    public boolean ready() {
      return problems.isEmpty() && (pause.isEmpty() || over);
    }
  }

  /** All channels that are on, by id. */
  public List<State> all() {
    Map<String, ChannelPause> paused =
        pauses.all().stream().collect(Collectors.toMap(ChannelPause::channel, Function.identity()));
    Instant now = clock.instant();
    return channels.all().stream().map(channel -> new State(channel.id(), channel.problems(),
        Optional.ofNullable(paused.get(channel.id())),
        paused.containsKey(channel.id()) && !now.isBefore(paused.get(channel.id()).endsAt()),
        channel instanceof SmsConnectionTest,
        channel instanceof SmsBalanceSource, channel.registersAddresses().isPresent())).toList();
  }

  /** Whether channels could send this kind of messages and every one of them is left alone now. */
  public boolean allDown(MessageKind kind) {
    List<State> used = able().stream().filter(state -> routes.of(kind, state.id()).used()).toList();
    return !used.isEmpty() && used.stream().noneMatch(State::ready);
  }

  /** Whether channels could send, but the owner's order uses none of them for this kind of messages. */
  public boolean nonePlaced(MessageKind kind) {
    List<State> able = able();
    return !able.isEmpty() && able.stream().noneMatch(state -> routes.of(kind, state.id()).used());
  }

  private List<State> able() {
    return all().stream().filter(state -> state.problems().isEmpty()).toList();
  }

  /** The channel of this id. */
  public Optional<State> find(String id) {
    return all().stream().filter(state -> state.id().equals(id)).findFirst();
  }

  /** Asks the gateway whether address and keys work; if they do, the channel is no longer left alone. */
  public Optional<SmsConnectionTest.Connection> testConnection(String id) {
    return channel(id, SmsConnectionTest.class).map(channel -> {
      SmsConnectionTest.Connection connection = channel.testConnection();
      if (connection.works()) {
        pauses.works(id);
      }
      return connection;
    });
  }

  /** Asks the gateway what is left. */
  public Optional<SmsBalanceSource.Balance> balance(String id) {
    return channel(id, SmsBalanceSource.class).map(SmsBalanceSource::balance);
  }

  /**
   * The address from which this server calls the gateway, for one that takes calls from registered addresses only. Behind
   * a translating router the gateway sees the router's address instead. Looks up the gateway's name.
   */
  public Optional<String> ownAddress(String id) {
    return channel(id, SmsChannel.class).flatMap(SmsChannel::registersAddresses).flatMap(ChannelOverview::toward);
  }

  /** Sends nothing: connecting a datagram socket only asks the routing table. */
  private static Optional<String> toward(URI gateway) {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort() < 0 ? HTTPS : gateway.getPort()));
      return Optional.of(socket.getLocalAddress().getHostAddress());
    } catch (SocketException | RuntimeException unknown) {
      return Optional.empty();
    }
  }

  private <T extends SmsChannel> Optional<T> channel(String id, Class<T> type) {
    return channels.all().stream().filter(one -> one.id().equals(id)).filter(type::isInstance).map(type::cast)
        .findFirst();
  }
}
