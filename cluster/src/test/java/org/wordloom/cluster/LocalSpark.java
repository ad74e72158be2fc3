package org.wordloom.cluster;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One Spark context on {@code local[2]} for all tests of a JVM; tests take it as a parameter. */
public final class LocalSpark implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == JavaSparkContext.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(LocalSpark.class))
                .getOrComputeIfAbsent(Holder.class, key -> new Holder(), Holder.class)
                .spark;
    }

    /** Closed by JUnit when all tests are done. */
    private static final class Holder implements AutoCloseable, ExtensionContext.Store.CloseableResource {
        private final JavaSparkContext spark = new JavaSparkContext(WordloomPlugin.configure(new SparkConf()
                .setMaster("local[2]")
                .setAppName("tests")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.shuffle.compress", "false")
                .set("spark.broadcast.compress", "false")));

        @Override
        public void close() {
            spark.close();
        }
    }
}
