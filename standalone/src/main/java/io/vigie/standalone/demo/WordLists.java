package io.vigie.standalone.demo;

import java.util.List;

/** Where the demo's names, companies and addresses come from; all made up. */
final class WordLists {

    static final List<String> FIRST_NAMES = words(
            "Ada Alma Amir Anna Astrid Bella Bruno Carl Carmen Cecil Clara Cyrus Dana Daria Dora Edgar Elena Elias Elsa"
                    + " Emil Esther Ezra Felix Fiona Flora Frida Gemma Gideon Greta Hanna Hector Hugo Ida Imani Ines Iris"
                    + " Isaac Ivan Jana Jasper Jonas Julia Kaya Lara Leo Lena Liam Lina Lola Lucas Magda Maja Marco Mira"
                    + " Nadia Nell Nico Noah Nora Olga Omar Otis Paula Petra Quinn Rafael Rosa Ruben Ruth Sami Selma Silas"
                    + " Sofia Stella Tara Theo Tilda Tomas Uma Vera Viktor Wanda Willa Yara Yusuf Zara Zeno");

    static final List<String> LAST_NAMES = words(
            "Abbott Alder Archer Ashby Barlow Beck Bellamy Birch Bishop Blake Bowen Brandt Briggs Calder Carver Chase"
                    + " Clay Conrad Cross Dalton Dempsey Drake Dunn Eaton Ellis Farrow Fenn Fisher Flint Frost Garner Gibbs"
                    + " Glenn Granger Hale Harlow Hayes Heath Holt Hollis Ingram Ivers Jarvis Keane Keller Kemp Kirby Lang"
                    + " Larkin Lowell Marsh Mercer Monroe Nash Noble Norwood Oakley Osborn Page Parrish Pierce Quill Radley"
                    + " Ramsey Reeve Rowan Sawyer Shaw Sloan Stark Sutton Tate Thorne Tobin Vance Vaughn Wade Walsh Weller"
                    + " Whitlock Wilder Winslow Wyatt York Yates Zeller");

    static final List<String> COMPANY_STEMS = words(
            "Amber Anchor Apex Arbor Aspen Atlas Beacon Birchwood Bluewater Boulder Bridge Canyon Cedar Clearfield"
                    + " Cobalt Copper Crescent Cypress Delta Eastgate Elmwood Ember Evergreen Falcon Fairview Garnet Granite"
                    + " Harbor Hazel Highland Horizon Indigo Ironwood Ivory Juniper Keystone Lakeside Lantern Laurel Linden"
                    + " Lonepine Maple Meadow Meridian Mesa Northgate Oakridge Onyx Orchard Palisade Pinnacle Prairie Quarry"
                    + " Redwood Ridgeline Riverbend Rockford Saffron Sequoia Silverton Solstice Southwind Spruce Sterling"
                    + " Summit Sunfield Tamarack Timber Valley Vista Westbrook Wildwood Willow Windmill Zenith");

    static final List<String> TRADES = List.of(
            "Analytics",
            "Bakeries",
            "Builders",
            "Clinics",
            "Dairy",
            "Designs",
            "Energy",
            "Farms",
            "Foods",
            "Freight",
            "Furniture",
            "Gardens",
            "Glass",
            "Hardware",
            "Health",
            "Hotels",
            "Insurance",
            "Labs",
            "Logistics",
            "Machines",
            "Media",
            "Metals",
            "Motors",
            "Outdoors",
            "Packaging",
            "Paper",
            "Pharmacy",
            "Plastics",
            "Press",
            "Realty",
            "Robotics",
            "Schools",
            "Security",
            "Shipping",
            "Software",
            "Solar",
            "Sports",
            "Studios",
            "Supply",
            "Systems",
            "Textiles",
            "Tools",
            "Toys",
            "Travel",
            "Water",
            "Works");

    static final List<String> FORMS = List.of("Inc", "LLC", "Ltd", "Group", "and Sons", "PLC", "Co", "Partners");

    static final List<String> STREETS = words(
            "Acorn Alder Bay Beech Bluff Brook Cherry Chestnut Church College Dogwood Elm Fern Field Forest Garden Grove"
                    + " Harbor Heron Hickory Hill Holly Jackson Lake Laurel Lincoln Locust Madison Magnolia Main Maple Market"
                    + " Meadow Mill Mulberry Oak Orchard Park Pine Poplar Prairie Quail River Rose Sage School Spring Spruce"
                    + " Station Summit Sycamore Vine Walnut Washington Willow");

    static final List<String> STREET_KINDS = List.of("Street", "Avenue", "Road", "Lane", "Drive", "Court", "Place");

    static final List<String> TOWNS = words(
            "Ashford Bayview Bridgeton Brookhaven Cedarville Claremont Clifton Crestwood Dayton Easton Edgewater Fairfax"
                    + " Fairmont Franklin Georgetown Glenwood Greenville Hamilton Harrison Hillsboro Kingston Lakewood"
                    + " Lancaster Lexington Linden Madison Marion Milford Newport Northfield Oakdale Oxford Pleasanton"
                    + " Princeton Richmond Riverside Rockport Salem Sheffield Springdale Stratford Summerville Trenton"
                    + " Union Vernon Wakefield Waverly Westport Winfield Woodbury");

    static final List<String> STATES = words(
            "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK"
                    + " OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC");

    private WordLists() {}

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
