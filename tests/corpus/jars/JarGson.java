import com.google.gson.*;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.*;
import java.io.*;
import java.lang.reflect.Type;
import java.util.*;

public class JarGson {
    enum Kind { ONE, TWO }
    static class Item { String name = "n"; int count = 3; double[] values = {1.5, -2}; Kind kind = Kind.TWO; Map<String, List<Integer>> map = new TreeMap<>(); transient int skipped = 9; Item child; }

    public static void main(String[] args) throws Exception {
        Gson gson = new GsonBuilder().setPrettyPrinting().serializeNulls().setFieldNamingPolicy(FieldNamingPolicy.UPPER_CAMEL_CASE).create();
        Item item = new Item();
        item.map.put("k", Arrays.asList(1, 2, 3));
        item.child = new Item();
        String json = gson.toJson(item);
        System.out.println(json);
        Item back = gson.fromJson(json, Item.class);
        System.out.println(new Gson().toJson(back));
        Type type = TypeToken.getParameterized(Map.class, String.class, TypeToken.getParameterized(List.class, Integer.class).getType()).getType();
        System.out.println(new Gson().<Object>fromJson("{\"a\":[1,2],\"b\":[]}", type));
        JsonObject o = JsonParser.parseString("{\"x\":[1,2.5e3,true,null,\"\\u20ac\\n\"],\"y\":{}}").getAsJsonObject();
        o.addProperty("z", 'c');
        System.out.println(o + " " + o.get("x").getAsJsonArray().get(1).getAsBigDecimal());
        for (String bad : new String[] {"{", "[1,", "{\"a\":}", "\"", "nul"})
            try { System.out.println(JsonParser.parseString(bad)); } catch (JsonParseException e) { System.out.println(e.getMessage()); }
        Gson custom = new GsonBuilder().registerTypeAdapter(Kind.class, (JsonSerializer<Kind>) (k, t, c) -> new JsonPrimitive(k.ordinal())).create();
        System.out.println(custom.toJson(new Kind[] {Kind.ONE, Kind.TWO}));
        JsonReader reader = new JsonReader(new StringReader("[1,{'a':2}] // lenient"));
        reader.setLenient(true);
        reader.beginArray();
        System.out.println(reader.nextInt() + " " + reader.peek() + reader.getPath());
    }
}
