import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens a secret of the vault with the JVM's AES-GCM: java OpenSecret.java KEY-BASE64 ORGANISATION|KIND|ID WRAPPED-KEY-HEX CIPHERTEXT-HEX */
public final class OpenSecret {
    public static void main(String[] arguments) throws Exception {
        byte[] name = arguments[1].getBytes(StandardCharsets.UTF_8);
        byte[] dataKey = open(Base64.getDecoder().decode(arguments[0]), name, HexFormat.of().parseHex(arguments[2]));
        System.out.println(HexFormat.of().formatHex(open(dataKey, name, HexFormat.of().parseHex(arguments[3]))));
    }

    private static byte[] open(byte[] key, byte[] name, byte[] sealed) throws Exception {
        if (sealed[0] != 1) {
            throw new IllegalArgumentException("unknown format");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, Arrays.copyOfRange(sealed, 1, 13)));
        cipher.updateAAD(name);
        return cipher.doFinal(sealed, 13, sealed.length - 13);
    }
}
