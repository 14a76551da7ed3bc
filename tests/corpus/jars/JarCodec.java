import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.binary.*;
import org.apache.commons.codec.digest.*;
import org.apache.commons.codec.language.*;
import org.apache.commons.codec.net.URLCodec;

public class JarCodec {
    public static void main(String[] args) throws Exception {
        byte[] data = "The quick brown fox \u20ac".getBytes(StandardCharsets.UTF_8);
        System.out.println(DigestUtils.md5Hex(data) + DigestUtils.sha256Hex(data) + DigestUtils.sha3_256Hex(data));
        System.out.println(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, "key").hmacHex(data));
        for (int n = 0; n < 20; n++) {
            byte[] part = java.util.Arrays.copyOf(data, n);
            String b64 = Base64.encodeBase64String(part), b32 = new Base32().encodeToString(part), hex = Hex.encodeHexString(part);
            System.out.println(b64 + b32 + hex + java.util.Arrays.equals(part, Base64.decodeBase64(b64)) + java.util.Arrays.equals(part, new Base32().decode(b32)) + java.util.Arrays.equals(part, Hex.decodeHex(hex)));
        }
        System.out.println(MurmurHash3.hash32x86(data) + " " + MurmurHash3.hash128x64(data)[1] + " " + MurmurHash2.hash64(data, data.length));
        XXHash32 xx = new XXHash32(); xx.update(data, 0, data.length); System.out.println(xx.getValue());
        PureJavaCrc32C crc = new PureJavaCrc32C(); crc.update(data, 0, data.length); System.out.println(crc.getValue());
        System.out.println(Crypt.crypt("secret", "$6$abcdefgh$") + Md5Crypt.apr1Crypt("secret", "$apr1$saltsalt") + UnixCrypt.crypt("secret", "ab"));
        for (String name : new String[] {"Robert", "Rupert", "Schmidt", "Thompson", "Wright", ""})
            System.out.println(new Soundex().encode(name) + new Metaphone().encode(name) + new DoubleMetaphone().encode(name) + new ColognePhonetic().encode(name) + new Nysiis().encode(name) + new Caverphone2().encode(name));
        System.out.println(new URLCodec().encode("a b/\u00e9") + new URLCodec().decode("a+b%2F") + new String(new QuotedPrintable().run(data), StandardCharsets.US_ASCII));
        try { Hex.decodeHex("abc"); } catch (Exception e) { System.out.println(e.getMessage()); }
    }

    static class QuotedPrintable { byte[] run(byte[] data) { return org.apache.commons.codec.net.QuotedPrintableCodec.encodeQuotedPrintable(null, data); } }
}
