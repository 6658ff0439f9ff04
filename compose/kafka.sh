#!/bin/bash
# The broker's own account may do everything and is known before any other; all others sign in by SCRAM.
set -eu
password=$(cat /run/secrets/vigie/broker)
own="org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\" password=\"$password\" user_broker=\"$password\";"
export KAFKA_LISTENER_NAME_CLIENTS_PLAIN_SASL_JAAS_CONFIG=$own KAFKA_LISTENER_NAME_CONTROLLER_PLAIN_SASL_JAAS_CONFIG=$own
exec /etc/kafka/docker/run
