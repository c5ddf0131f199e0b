# Makes work orders of taxi trips: gunzip -c trips-2018-01.csv.gz | awk -f orders.awk > trips.csv
BEGIN {
    FS = ","
    split("city jfk newark suburb agreed", rate, " ")
}
FNR == 1 {
    for (i = 1; i <= NF; i++) column[$i] = i
    print "orderNo,status,service,distanceMetres,acceptedAt,completedAt,measures.tip,measures.tolls"
    next
}
{
    printf "T%05d,COMPLETED,ride/%s,%.5f,%s,%s,%s,%s\n", FNR - 1, rate[field("rate_code_id")],
        field("trip_distance") * 1609.344, field("pickup_datetime"), field("dropoff_datetime"),
        amount("tip_amount"), amount("tolls_amount")
}

function field(name) { return $column[name] }

# What was given back, in the two trips that were refunded, is no measure.
function amount(name) { return field(name) < 0 ? "" : field(name) }
