package potstats2.ingest.tables;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import io.r2dbc.postgresql.message.Format;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Lets columns be bound to statements. The driver finds it as a service of the Java platform. */
public final class ColumnCodecRegistrar implements CodecRegistrar {

    @Override
    public Publisher<Void> register(
            PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
        return Mono.fromRunnable(() -> registry.addLast(new ColumnCodec(allocator)));
    }

    private record ColumnCodec(ByteBufAllocator allocator) implements Codec<Column> {

        @Override
        public boolean canEncode(Object value) {
            return value instanceof Column;
        }

        @Override
        public EncodedParameter encode(Object value) {
            return encode(value, ((Column) value).type());
        }

        @Override
        public EncodedParameter encode(Object value, int type) {
            return new EncodedParameter(Format.FORMAT_BINARY, type, Mono.fromSupplier(() -> written((Column) value)));
        }

        private ByteBuf written(Column column) {
            var buffer = allocator.buffer();
            try {
                column.write(buffer);
                return buffer;
            } catch (RuntimeException e) {
                buffer.release();
                throw e;
            }
        }

        @Override
        public boolean canEncodeNull(Class<?> type) {
            return false;
        }

        @Override
        public EncodedParameter encodeNull() {
            throw new UnsupportedOperationException("A column is never null");
        }

        @Override
        public boolean canDecode(int type, Format format, Class<?> javaType) {
            return false;
        }

        @Override
        public @Nullable Column decode(
                @Nullable ByteBuf buffer, int type, Format format, Class<? extends Column> javaType) {
            throw new UnsupportedOperationException("A column is only written");
        }
    }
}
