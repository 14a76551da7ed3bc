import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.*;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.crypto.*;
import org.bouncycastle.crypto.agreement.*;
import org.bouncycastle.crypto.digests.*;
import org.bouncycastle.crypto.engines.*;
import org.bouncycastle.crypto.generators.*;
import org.bouncycastle.crypto.macs.*;
import org.bouncycastle.crypto.modes.*;
import org.bouncycastle.crypto.paddings.*;
import org.bouncycastle.crypto.params.*;
import org.bouncycastle.crypto.signers.*;
import org.bouncycastle.jce.*;
import org.bouncycastle.jce.spec.*;
import org.bouncycastle.math.ec.*;
import org.bouncycastle.util.encoders.*;

public class JarBc {
    static String hex(byte[] b) { return Hex.toHexString(b); }

    static String digest(Digest d, byte[] data) { d.update(data, 0, data.length); byte[] out = new byte[d.getDigestSize()]; d.doFinal(out, 0); return d.getAlgorithmName() + " " + hex(out); }

    public static void main(String[] args) throws Exception {
        byte[] data = "abc".getBytes(), key = Hex.decode("000102030405060708090a0b0c0d0e0f"), block = Hex.decode("00112233445566778899aabbccddeeff");
        for (Digest d : new Digest[] {new MD5Digest(), new SHA1Digest(), new SHA256Digest(), new SHA512Digest(), new SHA3Digest(256), new KeccakDigest(256), new Blake2bDigest(256), new Blake2sDigest(256), new Blake3Digest(), new RIPEMD160Digest(), new WhirlpoolDigest(), new TigerDigest(), new GOST3411_2012_256Digest(), new SM3Digest(), new SkeinDigest(256, 256)})
            System.out.println(digest(d, data));
        for (BlockCipher c : new BlockCipher[] {new AESEngine(), new AESLightEngine(), new CamelliaEngine(), new TwofishEngine(), new SerpentEngine(), new SEEDEngine(), new SM4Engine(), new ARIAEngine(), new CAST6Engine(), new RC6Engine()}) {
            byte[] out = new byte[16], back = new byte[16];
            c.init(true, new KeyParameter(key)); c.processBlock(block, 0, out, 0);
            c.init(false, new KeyParameter(key)); c.processBlock(out, 0, back, 0);
            System.out.println(c.getAlgorithmName() + hex(out) + Arrays.equals(back, block));
        }
        GCMBlockCipher gcm = new GCMBlockCipher(new AESEngine());
        gcm.init(true, new AEADParameters(new KeyParameter(key), 128, new byte[12], data));
        byte[] sealed = new byte[gcm.getOutputSize(block.length)];
        gcm.doFinal(sealed, gcm.processBytes(block, 0, block.length, sealed, 0));
        System.out.println(hex(sealed));
        PaddedBufferedBlockCipher cbc = new PaddedBufferedBlockCipher(new CBCBlockCipher(new DESedeEngine()), new PKCS7Padding());
        cbc.init(true, new ParametersWithIV(new KeyParameter(Arrays.copyOf(key, 16)), new byte[8]));
        byte[] padded = new byte[cbc.getOutputSize(3)];
        cbc.doFinal(padded, cbc.processBytes(data, 0, 3, padded, 0));
        System.out.println(hex(padded));
        ChaCha7539Engine chacha = new ChaCha7539Engine(); chacha.init(true, new ParametersWithIV(new KeyParameter(Arrays.copyOf(key, 32)), new byte[12])); byte[] stream = new byte[40]; chacha.processBytes(new byte[40], 0, 40, stream, 0);
        HMac mac = new HMac(new SHA256Digest()); mac.init(new KeyParameter(key)); mac.update(data, 0, 3); byte[] tag = new byte[32]; mac.doFinal(tag, 0);
        CMac cmac = new CMac(new AESEngine()); cmac.init(new KeyParameter(key)); cmac.update(data, 0, 3); byte[] ctag = new byte[16]; cmac.doFinal(ctag, 0);
        System.out.println(hex(stream) + hex(tag) + hex(ctag));
        PKCS5S2ParametersGenerator pbkdf = new PKCS5S2ParametersGenerator(new SHA256Digest()); pbkdf.init(data, key, 100);
        System.out.println(hex(((KeyParameter) pbkdf.generateDerivedParameters(256)).getKey()) + hex(SCrypt.generate(data, key, 16, 1, 1, 32)) + OpenBSDBCrypt.generate("2y", "pw".toCharArray(), key, 4));
        Ed25519PrivateKeyParameters ed = new Ed25519PrivateKeyParameters(new byte[32], 0);
        Ed25519Signer signer = new Ed25519Signer(); signer.init(true, ed); signer.update(data, 0, 3); byte[] sig = signer.generateSignature();
        signer.init(false, ed.generatePublicKey()); signer.update(data, 0, 3);
        System.out.println(hex(sig) + signer.verifySignature(sig) + hex(new X25519PrivateKeyParameters(block.length == 16 ? Arrays.copyOf(block, 32) : null, 0).generatePublicKey().getEncoded()));
        ECNamedCurveParameterSpec spec = ECNamedCurveTable.getParameterSpec("secp256r1");
        ECDomainParameters domain = new ECDomainParameters(spec.getCurve(), spec.getG(), spec.getN());
        ECDSASigner ecdsa = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        ecdsa.init(true, new ECPrivateKeyParameters(BigInteger.valueOf(12345), domain));
        System.out.println(Arrays.toString(ecdsa.generateSignature(tag)) + spec.getG().multiply(BigInteger.valueOf(99)).normalize());
        RSAEngine rsa = new RSAEngine(); rsa.init(true, new RSAKeyParameters(false, BigInteger.ONE.shiftLeft(521).subtract(BigInteger.ONE).multiply(BigInteger.ONE.shiftLeft(607).subtract(BigInteger.ONE)), BigInteger.valueOf(65537)));
        System.out.println(hex(rsa.processBlock(new byte[] {65}, 0, 1)));
        ASN1EncodableVector v = new ASN1EncodableVector(); v.add(new ASN1Integer(5)); v.add(new DERUTF8String("u\u20ac")); v.add(new ASN1ObjectIdentifier("1.2.840.113549")); v.add(new DERSet(new DERBitString(new byte[] {1, 2}, 3)));
        byte[] der = new DERSequence(v).getEncoded();
        System.out.println(hex(der) + ASN1Primitive.fromByteArray(der) + org.bouncycastle.asn1.util.ASN1Dump.dumpAsString(ASN1Primitive.fromByteArray(der)) + new X500Name("CN=Test, O=\"A, B\", C=DE") + new String(Base64.encode(der)));
    }
}
