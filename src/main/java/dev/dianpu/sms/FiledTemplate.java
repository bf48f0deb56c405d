package dev.dianpu.sms;

import dev.dianpu.spi.SmsTemplateRegistry.Kind;
import dev.dianpu.spi.SmsTemplateRegistry.State;
import java.time.Instant;

/**
 * A text filed with a gateway.
 *
 * @param id of the row; 0 for one that is about to be kept
 * @param channel with whose gateway
 * @param wording with variables <code>{$name}</code>, without the signature
 * @param kind what it is for
 * @param gatewayId the gateway's number or name of it; empty while it has none
 * @param state how it stands
 * @param remark words of the gateway
 * @param changedAt when the state was told
 */
public record FiledTemplate(
    long id, String channel, String wording, Kind kind, String gatewayId, State state, String remark,
    Instant changedAt) {}
