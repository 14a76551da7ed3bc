import java.util.*;
import org.apache.commons.lang3.*;
import org.apache.commons.lang3.builder.*;
import org.apache.commons.lang3.math.*;
import org.apache.commons.lang3.mutable.MutableInt;
import org.apache.commons.lang3.reflect.*;
import org.apache.commons.lang3.text.*;
import org.apache.commons.lang3.time.*;
import org.apache.commons.lang3.tuple.*;

public class JarLang {
    public static class Bean implements Comparable<Bean> {
        public int a = 1; public String b = "b"; double[] c = {1, 2};
        public String join(String x, int... rest) { return x + rest.length; }
        @Override public boolean equals(Object o) { return EqualsBuilder.reflectionEquals(this, o); }
        @Override public int hashCode() { return new HashCodeBuilder(17, 37).append(a).append(b).append(c).toHashCode(); }
        @Override public String toString() { return new ToStringBuilder(this, ToStringStyle.SHORT_PREFIX_STYLE).append("a", a).append("b", b).append("c", c).toString(); }
        @Override public int compareTo(Bean o) { return new CompareToBuilder().append(a, o.a).append(b, o.b).toComparison(); }
    }

    public static void main(String[] args) throws Exception {
        for (String s : new String[] {"", " ", "hello world", "Ab-Cd_ef", "\u00c9t\u00e9 12", null}) {
            System.out.println(StringUtils.capitalize(s) + StringUtils.reverse(s) + StringUtils.isBlank(s) + StringUtils.abbreviate(s, 6) + StringUtils.center(s, 15, '*') + StringUtils.swapCase(s) + StringUtils.stripAccents(s));
            System.out.println(Arrays.toString(StringUtils.split(s, " -_")) + StringUtils.substringBetween(s, "l", "o") + StringUtils.countMatches(s, "l") + StringUtils.replaceChars(s, "lo", "01") + StringUtils.isAlphanumericSpace(s));
        }
        System.out.println(StringUtils.getLevenshteinDistance("kitten", "sitting") + StringUtils.getCommonPrefix("interview", "internet") + StringUtils.difference("abc", "abd") + StringUtils.join(new int[] {1, 2, 3}, ';'));
        System.out.println(StringEscapeUtils.escapeJava("\"\t\u20ac") + StringEscapeUtils.escapeHtml4("<\u00e9&>") + StringEscapeUtils.unescapeHtml4("&lt;&eacute;&#65;&bogus;") + StringEscapeUtils.escapeXml11("<\u0001>"));
        System.out.println(new Bean().equals(new Bean()) + " " + new Bean().hashCode() + new Bean() + new Bean().compareTo(new Bean()));
        System.out.println(NumberUtils.toInt("12x", 7) + " " + NumberUtils.createNumber("0x1F") + NumberUtils.createNumber("1.5f") + NumberUtils.createNumber("12345678901L") + NumberUtils.isCreatable("1e5") + Fraction.getReducedFraction(6, -8).multiplyBy(Fraction.ONE_HALF));
        System.out.println(Range.between(1, 10).intersectionWith(Range.between(5, 20)) + " " + Pair.of("l", 2) + Triple.of(1, 2, 3).compareTo(Triple.of(1, 2, 4)) + new MutableInt(4).incrementAndGet());
        System.out.println(Arrays.toString(ArrayUtils.addAll(new int[] {1}, 2, 3)) + ArrayUtils.indexOf(new double[] {1, 2}, 2.0) + Arrays.toString(ArrayUtils.toObject(new char[] {'a'})) + Arrays.toString(ArrayUtils.removeElements(new String[] {"a", "b", "a"}, "a")));
        System.out.println(MethodUtils.invokeMethod(new Bean(), "join", "x", 1, 2) + "" + FieldUtils.readField(new Bean(), "c", true).getClass() + ClassUtils.getAllInterfaces(ArrayList.class).size() + ClassUtils.getAbbreviatedName("org.apache.commons.lang3.ClassUtils", 20));
        System.out.println(DurationFormatUtils.formatDuration(3723004, "H:mm:ss.SSS") + FastDateFormat.getInstance("yyyy-MM-dd'T'HH:mm:ss.SSSZZ", TimeZone.getTimeZone("GMT+2"), Locale.ROOT).format(1234567890123L) + DateUtils.truncate(new Date(1234567890123L), Calendar.DAY_OF_MONTH).getTime() % 1000 + FastDateFormat.getInstance("dd MMM yyyy", TimeZone.getTimeZone("GMT"), Locale.US).parse("03 Feb 2001").getTime());
        System.out.println(WordUtils.wrap("a long line of words that wraps", 10) + WordUtils.initials("Ab Cd ef") + new StrSubstitutor(Collections.singletonMap("who", "you")).replace("hi ${who} ${none:-dflt} $${x}") + CharSet.getInstance("a-c", "^b").contains('d'));
        System.out.println(EnumUtils.getEnumList(JavaVersion.class).size() + " " + LocaleUtils.toLocale("de_AT") + BooleanUtils.toBooleanObject("off") + CharUtils.unicodeEscaped('A') + Conversion.intToHexDigit(11) + BitFieldTest.run());
        try { Validate.inclusiveBetween(1, 5, 9); } catch (IllegalArgumentException e) { System.out.println(e.getMessage()); }
        System.out.println(new DiffBuilder<>(new Bean(), new Bean(), ToStringStyle.DEFAULT_STYLE).append("a", 1, 2).build().getNumberOfDiffs() + SerializationUtils.clone(new ArrayList<>(Arrays.asList(1, 2))).toString());
    }

    static class BitFieldTest { static int run() { return new BitField(0xF0).setValue(0, 9) + new BitField(3).getRawValue(7); } }
}
