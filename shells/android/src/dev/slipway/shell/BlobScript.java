package dev.slipway.shell;

import android.net.Uri;
import org.json.JSONObject;

/**
 * Scripts that save a page's blobs. A web view reports only the address of a downloaded blob, and the page's security policy
 * may forbid fetching it. So the script remembers each blob from the time that it gets its address until a minute after the
 * address is revoked.
 */
final class BlobScript {
    /** Remembers blobs from now on; harmless when run again. */
    static final String REMEMBER = "(function(w){if(w.__slipwayBlobs)return;var m=new Map(),c=URL.createObjectURL,r=URL.revokeObjectURL;"
        + "Object.defineProperty(w,'__slipwayBlobs',{value:m});"
        + "URL.createObjectURL=function(o){var u=c.call(URL,o);if(o instanceof Blob)m.set(u,o);return u};"
        + "URL.revokeObjectURL=function(u){r.call(URL,u);setTimeout(function(){m.delete(u)},60000)}})(window)";

    private static final int CHUNK_BYTES = 768 * 1024;

    private BlobScript() {
    }

    /** Holds the blob of an address under a token; the result is for {@link #name}. */
    static String hold(String address, String token) {
        return "(function(m){var b=m&&m.get(" + JSONObject.quote(address) + ");if(!b)return null;m.set('" + token + "',b);"
            + "return 'n'+encodeURIComponent(b.name||'')})(window.__slipwayBlobs)";
    }

    /** The file name of a held blob, empty if it has none; null if there was no blob. */
    static String name(String answer) {
        return answer == null || !answer.startsWith("\"n") ? null : Uri.decode(answer.substring(2, answer.length() - 1));
    }

    /** Sends a held blob to {@link Bridge} in pieces, then releases it. */
    static String send(String token) {
        return "(function(m,t,n,i){var b=m.get(t);m.delete(t);(function next(){"
            + "if(i>=b.size)return slipway.endBlob(t,true);var r=new FileReader();"
            + "r.onload=function(){slipway.takeBlob(t,r.result.slice(r.result.indexOf(',')+1));i+=n;next()};"
            + "r.onerror=function(){slipway.endBlob(t,false)};r.readAsDataURL(b.slice(i,i+n))})()"
            + "})(window.__slipwayBlobs,'" + token + "'," + CHUNK_BYTES + ",0)";
    }

    static String drop(String token) {
        return "window.__slipwayBlobs.delete('" + token + "')";
    }
}
