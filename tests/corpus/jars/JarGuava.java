import com.google.common.base.*;
import com.google.common.cache.*;
import com.google.common.collect.*;
import com.google.common.graph.*;
import com.google.common.hash.*;
import com.google.common.io.*;
import com.google.common.math.*;
import com.google.common.net.*;
import com.google.common.primitives.*;
import com.google.common.reflect.*;
import com.google.common.util.concurrent.*;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;

public class JarGuava {
    public static void main(String[] args) throws Exception {
        System.out.println(ImmutableList.of(1, 2, 3).reverse() + "" + ImmutableSet.of("a", "b", "a") + ImmutableMap.of("k", 1, "l", 2) + ImmutableSortedMap.of(2, "b", 1, "a") + ImmutableBiMap.of(1, "x").inverse());
        System.out.println(Stream.of(3, 1, 2).collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder())) + "" + Stream.of("a", "bb").collect(ImmutableMap.toImmutableMap(s -> s, String::length)) + Streams.zip(Stream.of(1, 2), Stream.of("x", "y"), (i, s) -> i + s).collect(ImmutableList.toImmutableList()));
        Multimap<String, Integer> multi = ArrayListMultimap.create(); multi.put("a", 1); multi.put("a", 2); multi.put("b", 3);
        System.out.println(multi + "" + Multimaps.invertFrom(multi, TreeMultimap.create()) + HashMultiset.create(Arrays.asList("x", "y", "x")).count("x") + HashBasedTable.create().isEmpty());
        RangeSet<Integer> ranges = TreeRangeSet.create(); ranges.add(Range.closed(1, 10)); ranges.remove(Range.open(3, 5)); ranges.add(Range.atLeast(20));
        System.out.println(ranges + "" + ranges.complement() + Range.closedOpen(1, 5).intersection(Range.greaterThan(2)) + ContiguousSet.create(Range.closed(1, 4), DiscreteDomain.integers()));
        System.out.println(Joiner.on(",").skipNulls().join("a", null, "b") + Splitter.on(',').trimResults().omitEmptyStrings().splitToList(" a ,, b ") + CaseFormat.LOWER_CAMEL.to(CaseFormat.UPPER_UNDERSCORE, "someName") + CharMatcher.inRange('0', '9').retainFrom("a1b22") + Strings.padStart("7", 3, '0') + com.google.common.base.Optional.fromNullable(null).or("d") + MoreObjects.toStringHelper("T").add("a", 1).omitNullValues().add("n", null));
        for (HashFunction h : new HashFunction[] {Hashing.murmur3_32_fixed(), Hashing.murmur3_128(), Hashing.sipHash24(), Hashing.crc32c(), Hashing.adler32(), Hashing.farmHashFingerprint64(), Hashing.sha256(), Hashing.goodFastHash(32).bits() > 0 ? Hashing.sha1() : null})
            System.out.println(h.hashString("guava \u20ac", StandardCharsets.UTF_8) + " " + h.newHasher().putInt(5).putLong(7).putDouble(1.5).hash());
        BloomFilter<CharSequence> bloom = BloomFilter.create(Funnels.stringFunnel(StandardCharsets.UTF_8), 100); bloom.put("in");
        System.out.println(bloom.mightContain("in") + "" + bloom.mightContain("out") + BaseEncoding.base32().encode(new byte[] {1, 2, 3}) + BaseEncoding.base64Url().omitPadding().encode(new byte[] {-1, -2}) + Hashing.consistentHash(99L, 7));
        System.out.println(IntMath.pow(3, 7) + " " + LongMath.binomial(30, 12) + BigIntegerMath.sqrt(java.math.BigInteger.valueOf(1000000), RoundingMode.FLOOR) + DoubleMath.roundToInt(2.5, RoundingMode.HALF_EVEN) + LongMath.isPrime(1000003) + Stats.of(1, 2, 3, 4).populationStandardDeviation() + Quantiles.median().compute(5, 1, 3));
        System.out.println(Ints.asList(3, 1, 2) + "" + UnsignedLongs.toString(-1) + UnsignedInteger.fromIntBits(-2).plus(UnsignedInteger.ONE) + Longs.tryParse("77") + Bytes.indexOf(new byte[] {1, 2}, (byte) 2) + Doubles.max(1, 3, 2) + Shorts.checkedCast(5) + Floats.join("|", 1f, 2f) + Chars.contains(new char[] {'q'}, 'q') + ImmutableIntArray.of(1, 2));
        LoadingCache<String, Integer> cache = CacheBuilder.newBuilder().maximumSize(2).recordStats().build(CacheLoader.from(String::length));
        System.out.println(cache.get("abc") + cache.get("abc") + cache.getUnchecked("de") + " " + cache.stats().hitCount());
        System.out.println(TypeToken.of(String.class).getRawType());
        MutableValueGraph<Integer, String> graph = ValueGraphBuilder.directed().build(); graph.putEdgeValue(1, 2, "e"); graph.putEdgeValue(2, 3, "f");
        System.out.println(graph + "" + Graphs.reachableNodes(graph.asGraph(), 1) + Graphs.hasCycle(graph.asGraph()) + ImmutableList.copyOf(Traverser.forGraph(graph).breadthFirst(1)));
        ListeningExecutorService pool = MoreExecutors.newDirectExecutorService();
        System.out.println(Futures.transform(Futures.allAsList(pool.submit(() -> 1), pool.submit(() -> 2)), l -> l.get(0) + l.get(1), MoreExecutors.directExecutor()).get() + FluentFuture.from(Futures.immediateFuture("f")).transform(String::toUpperCase, Runnable::run).get());
        System.out.println(HostAndPort.fromString("[::1]:80").getPort() + InetAddresses.forString("1.2.3.4").getHostAddress() + InternetDomainName.from("a.co.uk").publicSuffix() + MediaType.parse("text/html; charset=utf-8").charset() + UrlEscapersUse.run());
        System.out.println(Lists.cartesianProduct(Arrays.asList(1, 2), Arrays.asList(3, 4)) + "" + Lists.partition(Arrays.asList(1, 2, 3), 2) + Sets.powerSet(ImmutableSet.of(1, 2)).size() + Sets.symmetricDifference(ImmutableSet.of(1, 2), ImmutableSet.of(2, 3)) + Iterables.getLast(Arrays.asList(1, 9)) + Maps.difference(ImmutableMap.of(1, 2), ImmutableMap.of(1, 3)) + Ordering.natural().nullsFirst().compound(Ordering.arbitrary()).max(1, 2) + Collections2.permutations(Arrays.asList(1, 2, 3)).size() + MinMaxPriorityQueue.create(Arrays.asList(5, 1, 3)).peekLast() + EvictingQueue.create(1).remainingCapacity());
        System.out.println(CharSource.wrap("l1\nl2").readLines() + "" + ByteSource.wrap(new byte[] {1, 2, 3}).slice(1, 2).read().length + CharStreams.toString(new java.io.StringReader("cs")) + Throwables.getRootCause(new RuntimeException(new Error("root"))).getMessage() + Stopwatch.createUnstarted().isRunning() + Enums.getIfPresent(RoundingMode.class, "UP"));
        try { Preconditions.checkArgument(false, "bad %s %s", 1, "x"); } catch (IllegalArgumentException e) { System.out.println(e.getMessage()); }
    }

    static class UrlEscapersUse { static String run() { return UrlEscapers.urlFragmentEscaper().escape("a b<\u20ac>") + com.google.common.html.HtmlEscapers.htmlEscaper().escape("<&>"); } }
}
