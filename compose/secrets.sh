#!/bin/sh
# Makes what the containers know each other by, once: a password of 256 random bits for each account, in volumes that only
# those see who need them. What is there stays.
set -eu
cd /secrets

random() { head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'; }
once() { # NAME
  [ -s "all/$1" ] || { random > "all/$1.new"; mv "all/$1.new" "all/$1"; }
}
give() { # VOLUME FILE TEXT
  printf '%s' "$3" > "$1/$2.new"
  mv "$1/$2.new" "$1/$2"
}
of() { cat "all/$1"; }

for name in database-command-owner database-command-service database-query-owner database-query-service operator \
  kafka-broker kafka-command-service kafka-scoring-streams kafka-query-service kafka-operator; do
  once "$name"
done

for name in command-owner command-service query-owner query-service; do
  give postgresql "$name" "$(of "database-$name")"
done
give kafka broker "$(of kafka-broker)"
for name in kafka-broker kafka-command-service kafka-scoring-streams kafka-query-service kafka-operator; do
  give accounts "$name" "$(of "$name")"
done
for part in command-service scoring-streams query-service; do
  give "$part" spring.kafka.properties.sasl.jaas.config "org.apache.kafka.common.security.scram.ScramLoginModule required \
username=\"$part\" password=\"$(of "kafka-$part")\";"
  give "$part" vigie.access.operators "$(printf 'vigie_%s' "$(of operator)" | sha256sum | cut -d' ' -f1)"
done
for part in command-service query-service; do
  give "$part" spring.datasource.password "$(of "database-$part")"
  give "$part" vigie.access.database.password "$(of "database-$part")"
done
for part in command query; do
  give "$part-service" spring.flyway.password "$(of "database-$part-owner")"
done
give command-service vigie.access.database.owner.password "$(of database-command-owner)"
chmod 700 all
