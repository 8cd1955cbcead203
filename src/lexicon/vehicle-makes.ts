// Makes of cars, lorries and motorcycles, which news gives with their model year (`a 1987 Chevrolet`). Own list.

/** Lower case. */
export const VEHICLE_MAKES: ReadonlySet<string> = new Set(
  `acura audi bentley bmw buick cadillac chevrolet chevy chrysler citroen datsun dodge ducati ferrari fiat ford freightliner gmc
harley harley-davidson honda hummer hyundai infiniti isuzu jaguar jeep kawasaki kia lamborghini lexus lincoln maserati mazda mercedes
mercedes-benz mercury mini mitsubishi nissan oldsmobile opel peterbilt peugeot plymouth pontiac porsche ram renault rolls-royce saab saturn
seat skoda subaru suzuki tesla toyota triumph vauxhall volkswagen volvo yamaha`.split(/\s+/),
);
